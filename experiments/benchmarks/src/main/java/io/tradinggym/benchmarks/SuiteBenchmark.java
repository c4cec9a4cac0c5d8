package io.tradinggym.benchmarks;

import io.tradinggym.experiments.bench.Suite;
import io.tradinggym.experiments.bench.Workload;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Steps of environments, networks and learning: one operation is one step of one lane. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class SuiteBenchmark {
  /** A multiple of every number of lanes, and of the steps of an iteration of PPO. */
  private static final int STEPS = 4096;

  /** Name and lanes, as {@code experiments/run bench} prints them. */
  @Param({
    "CartPole-v1 1",
    "CartPole-v1 1024",
    "MountainCar-v0 1024",
    "MountainCarContinuous-v0 1024",
    "Pendulum-v1 1024",
    "Acrobot-v1 1024",
    "Stock-v1/replayed 1",
    "Stock-v1/simulated 1",
    "Portfolio-v1/30x8/replayed 1",
    "Portfolio-v1/30x8/simulated 1",
    "network/decision-32-64-64-3 1",
    "network/training-step-256x32-64-64-3 1",
    "ppo/CartPole-v1 8",
    "OptionHedging-v1 1",
    "OptionHedging-v1 1024",
    "OptionStrategies-v1 1",
    "VolatilityTrading-v1 1",
    "options/prices-with-greeks 1",
    "options/implied-volatilities 1",
    "options/simulated-chain-100 1",
    "options/orders-of-four-legs 1"
  })
  public String benchmark = "";

  private Workload workload = steps -> {};

  /** Builds what is measured. */
  @Setup(Level.Trial)
  public void build() {
    int space = benchmark.lastIndexOf(' ');
    int lanes = Integer.parseInt(benchmark.substring(space + 1));
    workload = Suite.find(benchmark.substring(0, space), lanes, 1).workload().get();
  }

  /** Frees it. */
  @TearDown(Level.Trial)
  public void close() {
    workload.close();
  }

  /** Steps. */
  @Benchmark
  @OperationsPerInvocation(STEPS)
  public void steps() {
    workload.run(STEPS);
  }
}
