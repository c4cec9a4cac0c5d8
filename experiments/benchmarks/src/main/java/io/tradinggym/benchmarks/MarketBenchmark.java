package io.tradinggym.benchmarks;

import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.market.Money;
import io.tradinggym.market.account.Account;
import io.tradinggym.market.account.CashOnly;
import io.tradinggym.market.cost.Costs;
import io.tradinggym.market.cost.Percent;
import io.tradinggym.market.cost.Slippage;
import io.tradinggym.market.data.MarketTape;
import io.tradinggym.market.exchange.BarExchange;
import io.tradinggym.market.exchange.FillListener;
import io.tradinggym.market.feature.FeatureSet;
import io.tradinggym.market.feature.FeatureTable;
import io.tradinggym.market.process.GeometricBrownian;
import io.tradinggym.market.process.SimulatedMarket;
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
import org.openjdk.jmh.annotations.Warmup;

/** The parts of a step in a market; one operation is one bar of all assets. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class MarketBenchmark {
  private static final int BARS = 512;
  private static final double BARS_PER_YEAR = 252;
  private static final long CAPITAL = Money.ofRounded(1_000_000);

  /** Assets of the market. */
  @Param({"1", "30"})
  public int assets = 1;

  private final RandomStream random = RandomStreams.of(1).stream("benchmark");
  private MarketTape tape = market(1).tape();
  private FeatureTable features = table(1);
  private Account account = account(1);
  private BarExchange exchange = exchange();

  /** Builds a market of so many assets. */
  @Setup(Level.Trial)
  public void build() {
    tape = market(assets).tape();
    tape.next(random);
    features = table(assets);
    account = account(assets);
    exchange = exchange();
  }

  private static SimulatedMarket market(int assets) {
    return SimulatedMarket.of(GeometricBrownian.noise(assets, 0.2, BARS_PER_YEAR))
        .bars(BARS)
        .history(0)
        .build();
  }

  private FeatureTable table(int count) {
    return new FeatureTable(FeatureSet.DEFAULT, market(count).instruments(), tape.bars());
  }

  private static Account account(int count) {
    SimulatedMarket market = market(count);
    return new Account(
        market.instruments(), market.instruments().getFirst().currency(), new CashOnly());
  }

  private BarExchange exchange() {
    Costs costs = new Costs(new Percent(100, 100), Slippage.spread(2));
    return new BarExchange(tape.bars(), account, costs, BarExchange.UNLIMITED, FillListener.NONE);
  }

  /** Draws a path. */
  @Benchmark
  @OperationsPerInvocation(BARS)
  public void drawPath() {
    tape.next(random);
  }

  /** Computes eight features of every asset. */
  @Benchmark
  @OperationsPerInvocation(BARS)
  public FeatureTable refillFeatures() {
    features.refill();
    return features;
  }

  /** Trades every asset at every bar: the account's books, fees and marks. */
  @Benchmark
  @OperationsPerInvocation(BARS)
  public long tradeAndMark() {
    account.reset(CAPITAL);
    exchange.reset(0);
    for (int bar = 1; bar < BARS; bar++) {
      account.beginStep();
      for (int asset = 0; asset < assets; asset++) {
        exchange.target(asset, 100 + (bar + asset) % 7 * 10L);
      }
      exchange.step();
    }
    return account.equity();
  }
}
