//! What the shipped modules use in place of the standard library: an allocator and a panic handler.
//!
//! Measured in the core module: 5 KB less after compression, most of it panic messages that nobody would read.

#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// A panic is a bug; the page's script catches the trap, keeps the fallback and drops the instance.
// serde-wasm-bindgen brings the standard library, and with it another handler, into the reader.
#[cfg(not(feature = "reader"))]
#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    core::arch::wasm32::unreachable()
}
