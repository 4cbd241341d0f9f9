package dev.beckon.delivery.render;

/// Something wrong with a content, whoever it is sent to.
///
/// @param line from 1
/// @param column from 1
public record Problem(Part part, int line, int column, String detail) {}
