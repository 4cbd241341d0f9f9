/// The Pipelines protocol, which Segment's and Customer.io's analytics libraries speak.
@NullMarked
package dev.beckon.api.pipelines;

import org.jspecify.annotations.NullMarked;
