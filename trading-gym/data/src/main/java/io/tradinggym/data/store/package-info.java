/**
 * Bars and features on disk as Parquet, by DuckDB: {@link io.tradinggym.data.store.ParquetStore}. Needs {@code
 * org.duckdb:duckdb_jdbc} on the class path.
 */
@NullMarked
package io.tradinggym.data.store;

import org.jspecify.annotations.NullMarked;
