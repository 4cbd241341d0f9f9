/// What has happened, as Parquet files that any engine can read, and questions to them.
@NullMarked
package dev.beckon.lake;

import org.jspecify.annotations.NullMarked;
