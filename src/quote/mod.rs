//! Finding a quote in a text: the semantics of the W3C TextQuoteSelector, exact first, then approximate.
