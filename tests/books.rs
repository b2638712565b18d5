//! The larger price books of `tests/books`, which other tests ask.

const IPHONES: &str = include_str!("books/iphones.json");

#[test]
fn a_book_of_many_models_opens_without_a_warning() {
    let shop = makegood::open(IPHONES).unwrap();
    assert_eq!(shop.warnings, []);
    let book = shop.book().unwrap();
    assert_eq!(book.models().count(), 37);
    let priced = |model: &str| book.faults().filter(|fault| fault.fits(model)).count();
    assert_eq!(book.models().map(|model| priced(model.id)).sum::<usize>(), 181);
    assert_eq!(
        book.parts("battery", "iphone-13-mini").map(|part| part.price().to_string()).collect::<Vec<_>>(),
        ["2990.00"]
    );
}
