//! Finding a port to serve on.

use std::io::{self, ErrorKind};
use std::net::{Ipv4Addr, TcpListener};

/// Listens on this port or, when it is taken, on the next free one.
pub fn bind(port: u16) -> io::Result<TcpListener> {
    let mut port = port;
    loop {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
            Err(error) if error.kind() == ErrorKind::AddrInUse && port < u16::MAX => port += 1,
            outcome => return outcome,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_is_passed_over() {
        let first = bind(0).unwrap().local_addr().unwrap().port();
        let taken = bind(first).unwrap();
        let port = taken.local_addr().unwrap().port();
        let next = bind(port).unwrap().local_addr().unwrap().port();
        assert!(next > port);
    }
}
