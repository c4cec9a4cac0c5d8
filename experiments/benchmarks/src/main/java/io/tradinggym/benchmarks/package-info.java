/**
 * JMH benchmarks of everything that is claimed fast. {@link io.tradinggym.benchmarks.SuiteBenchmark} runs what {@code
 * experiments/run bench} runs, each in a fork; the others look at the parts: {@link
 * io.tradinggym.benchmarks.RandomBenchmark draws}, {@link io.tradinggym.benchmarks.MarketBenchmark features, paths,
 * account and exchange}.
 */
@NullMarked
package io.tradinggym.benchmarks;

import org.jspecify.annotations.NullMarked;
