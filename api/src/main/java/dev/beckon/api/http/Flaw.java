package dev.beckon.api.http;

/// One thing that is wrong with a request.
///
/// @param pointer JSON pointer into the request body, or a file and line
public record Flaw(String pointer, String detail) {}
