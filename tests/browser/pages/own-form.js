import { bind } from '/makegood/bind.js';

const form = document.querySelector('form');
globalThis.binding = bind(form, { policy: '/pages/own-form.json', today: '2026-11-24', ...globalThis.known });
