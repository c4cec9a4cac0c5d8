/**
 * How fast things are: {@link io.tradinggym.experiments.bench.Suite} names what is measured, a {@link
 * io.tradinggym.experiments.bench.Workload} does it, {@link io.tradinggym.experiments.bench.Meter} measures one in this
 * JVM, {@link io.tradinggym.experiments.bench.Isolated} each in a JVM of its own, so that none is compiled for
 * another's habits. The JMH benchmarks run the same workloads.
 */
@NullMarked
package io.tradinggym.experiments.bench;

import org.jspecify.annotations.NullMarked;
