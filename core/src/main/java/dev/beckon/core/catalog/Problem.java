package dev.beckon.core.catalog;

/// Something wrong in a definition document, and where.
///
/// @param pointer JSON pointer into the document, such as `/steps/0/delay`
/// @param detail what was expected, what was found, and what to do
public record Problem(String pointer, String detail) {}
