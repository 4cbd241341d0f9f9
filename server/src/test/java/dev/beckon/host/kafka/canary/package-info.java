/// Classes that break the rules of the house on purpose, as seen from host.kafka.
@NullMarked
package dev.beckon.host.kafka.canary;

import org.jspecify.annotations.NullMarked;
