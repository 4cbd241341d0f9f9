/// The App API: what is known of people, segments, campaigns and messages, for other programs.
@NullMarked
package dev.beckon.api.app;

import org.jspecify.annotations.NullMarked;
