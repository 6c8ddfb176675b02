//! Which form of a word a number takes, after the cardinal rules of CLDR for whole numbers.

/// The rules by name, with how many forms each has.
///
/// What CLDR says of whole millions in French, Italian, Portuguese and Spanish is left out.
#[cfg(feature = "cli")]
pub const PLURAL_RULES: &[(&str, usize)] =
    &[("none", 1), ("one", 2), ("up-to-one", 2), ("polish", 3), ("slavic", 3), ("arabic", 6)];

/// The most forms that a language has.
pub(super) const MOST_FORMS: usize = 6;

/// The place of a number's form in the list of forms: zero, one, two, few, many, other, as far as the language
/// tells them apart.
pub(super) fn form(rule: &str, n: usize) -> usize {
    let (units, tens) = (n % 10, n % 100);
    let is_few = matches!(units, 2..=4) && !matches!(tens, 12..=14);
    // One letter tells the rules apart.
    match rule.as_bytes().first() {
        Some(b'o') => usize::from(n != 1),
        Some(b'u') => usize::from(n > 1),
        Some(b'p') if n == 1 => 0,
        Some(b's') if units == 1 && tens != 11 => 0,
        Some(b'p' | b's') => 2 - usize::from(is_few),
        Some(b'a') => match tens {
            _ if n < 3 => n,
            3..=10 => 3,
            11.. => 4,
            _ => 5,
        },
        _ => 0,
    }
}
