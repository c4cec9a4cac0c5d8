package io.tradinggym.benchmarks;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Draws of a random stream. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RandomBenchmark {
  private static final int SIDES = 6;

  private final RandomStream random = RandomStreams.of(1).stream("benchmark");

  /** 64 bits. */
  @Benchmark
  public long bits() {
    return random.nextLong();
  }

  /** Uniform on [0, 1). */
  @Benchmark
  public double uniform() {
    return random.uniform();
  }

  /** A die. */
  @Benchmark
  public int integer() {
    return random.integer(SIDES);
  }

  /** Standard normal. */
  @Benchmark
  public double gaussian() {
    return random.gaussian();
  }

  /** Exponential. */
  @Benchmark
  public double exponential() {
    return random.exponential();
  }

  /** A stream of its own for a lane. */
  @Benchmark
  public RandomStream stream() {
    return RandomStreams.of(1).stream("environment", 7);
  }
}
