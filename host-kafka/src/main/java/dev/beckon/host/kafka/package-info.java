/// Runs engine partitions as tasks of Kafka Streams, on as many machines as there are.
@NullMarked
package dev.beckon.host.kafka;

import org.jspecify.annotations.NullMarked;
