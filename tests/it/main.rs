//! The native tests, one binary; each module tests what its name says.

// The command line, static pages and the schema are part of what is tested.
#![cfg(all(not(target_arch = "wasm32"), feature = "cli"))]

mod support;

mod annotation_samples;
mod authoring;
mod bundled;
mod claim_review_claims;
mod claim_review_media;
mod claim_review_real;
mod claim_review_rules;
mod claim_review_shapes;
mod claim_review_support;
mod claim_review_traps;
mod cli;
mod cli_files;
mod cli_init;
mod cli_render;
mod cli_use;
mod dataset;
mod dataset_fields;
mod dataset_rules;
mod dataset_values;
mod dates;
mod diagnostics;
mod diagnostics_folder;
mod export;
mod export_annotations;
mod export_csv;
mod export_feeds;
mod export_read;
mod export_round_trip;
mod export_sources;
mod export_support;
mod export_texts;
mod fixtures;
mod formats;
mod google;
mod html;
mod identity;
mod identity_fields;
mod import_map;
mod import_own;
mod import_real;
mod import_tables;
mod json;
mod links;
mod lint;
mod lint_rules;
mod lint_words;
mod markup;
mod mutants;
mod pack;
mod quote;
mod readme;
mod schema;
mod structured_data;
mod structured_pages;
mod tidy;
mod values;
mod verify;
mod verify_write;
mod view;
mod view_sources;
mod wire;
