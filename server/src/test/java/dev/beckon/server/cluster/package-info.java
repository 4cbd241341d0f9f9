/// The server with its partitions on a cluster.
@NullMarked
package dev.beckon.server.cluster;

import org.jspecify.annotations.NullMarked;
