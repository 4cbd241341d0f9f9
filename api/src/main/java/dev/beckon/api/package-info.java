/// HTTP: everything that clients, recipients' mail programs, members and their tools talk to.
@NullMarked
package dev.beckon.api;

import org.jspecify.annotations.NullMarked;
