/// Authored documents of every kind: names, versions, history, references, checks.
@NullMarked
package dev.beckon.registry.document;

import org.jspecify.annotations.NullMarked;
