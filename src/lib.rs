//! Fact checks for any page: each statement alongside its counter-statements and the sources of both.
//!
//! A [`Dataset`] is read once, from a dataset file ([`dataset::parse`]) or a pack ([`dataset::pack::read`]);
//! everything else is a function of it that cannot fail: [`view`] makes a tree of nodes, [`html`] writes it.
//! In a browser the same tree becomes elements. The map of the whole is `src/ARCHITECTURE.md`.

// The core has no clock, files or environment: what comes from `std` has to be named, and a test looks for it.
#![no_std]
#![warn(missing_docs)]

extern crate alloc;
// Without it a module needs a panic handler of its own.
#[cfg(not(all(feature = "lean", target_arch = "wasm32", not(feature = "reader"))))]
extern crate std;

pub mod model;

pub mod dataset;

pub mod view;

pub mod html;

#[cfg(feature = "search")]
pub mod find;

#[cfg(feature = "search")]
pub mod search;

#[cfg(feature = "extras")]
pub mod cite;

#[cfg(feature = "extras")]
pub mod picture;

#[cfg(feature = "cli")]
pub mod page;

pub mod record;

#[cfg(feature = "cli")]
pub mod authoring;

#[cfg(feature = "identity")]
pub mod identity;

#[cfg(feature = "cli")]
pub mod lint;

#[cfg(feature = "cli")]
pub mod import;

#[cfg(feature = "cli")]
pub mod structured_data;

#[cfg(feature = "cli")]
pub mod claim_review;

#[cfg(feature = "cli")]
pub mod export;

pub mod quote;

mod date;
#[cfg(feature = "reader")]
mod error;
mod score;
pub mod text;
mod url;

#[cfg(target_arch = "wasm32")]
pub mod browser;

#[cfg(all(feature = "lean", target_arch = "wasm32"))]
mod lean;

#[cfg(feature = "cli")]
pub mod cli;

pub use date::Date;
#[cfg(feature = "reader")]
pub use error::{Error, Errors, Path, Position, Step};
pub use model::{Claim, CounterStatement, Dataset, Source, Statement, Verdict};
pub use url::{Contact, WebUrl};

/// Longer texts, versioned with the code.
pub mod _documentation {
    #[doc = include_str!("ARCHITECTURE.md")]
    pub mod architecture {}
    #[doc = include_str!("INTERCHANGE.md")]
    pub mod interchange {}
}
