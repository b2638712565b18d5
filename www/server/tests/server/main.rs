//! The server as its visitors meet it.

mod altered;
mod common;
mod killed;
mod site;
mod started;
mod strange;
mod untouched;
mod visitors;
