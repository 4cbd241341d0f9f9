/// The humans who log in: accounts, sessions, throttling.
@NullMarked
package dev.beckon.registry.member;

import org.jspecify.annotations.NullMarked;
