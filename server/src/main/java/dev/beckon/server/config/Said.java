package dev.beckon.server.config;

/// A value that somebody gave for a key.
///
/// @param origin where, for error messages: `beckon.yaml line 3`, `BECKON_PORT`, `--port`
record Said(String key, String value, String origin) {}
