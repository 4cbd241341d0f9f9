package dev.beckon.delivery.liquid;

/// Reads one kind of tag, and for a block all that belongs to it, into a node.
@FunctionalInterface
interface TagParser {

  Node parse(Token.Tag tag, Parser parser);
}
