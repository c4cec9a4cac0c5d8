package io.tradinggym.stocks;

import io.tradinggym.api.Action;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.Frame;
import io.tradinggym.api.Options;
import io.tradinggym.api.Resumable;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.space.Box;
import io.tradinggym.market.data.Bars;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.data.MarketTape;
import io.tradinggym.market.feature.FeatureTable;
import io.tradinggym.market.feature.FeatureTables;
import io.tradinggym.market.reward.RewardFunction;
import io.tradinggym.market.reward.RewardInput;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * One lane of a stock environment. A step, from the close of one bar to the close of the next:
 *
 * <pre>
 *   observation at close t -> action -> target weights -> orders sized at close t
 *     -> filled at the open of t+1, with costs -> carry -> marked at close t+1 -> margin checked -> reward -> observation
 * </pre>
 *
 * <p>{@link Stock} and {@link Portfolio} say what actions mean; everything else is the same here.
 */
final class TradingLogic implements EnvironmentLogic, Resumable {
  /** Account numbers shown per asset: weight, unrealised profit, whether it can be traded. */
  static final int PER_ASSET = 3;

  /** Largest size of what an injected oracle shows. */
  private static final double ORACLE_LIMIT = 10;

  /** Account numbers shown once: cash, gross, distance to liquidation, time left. */
  static final int OVERALL = 4;

  /** Account numbers are shown within +- this. */
  private static final double SHOWN = 10;

  private final Settings settings;
  private final EnvironmentSpec spec;
  private final MarketTape tape;
  private final Bars bars;
  private final FeatureTable features;
  private final Desk desk;
  private final Targets targets;
  private final RewardFunction reward;
  private final RewardInput step = new RewardInput();
  private final int assets;
  private final int featureNumbers;
  private final double[] weights;
  private final double[] held;
  private final boolean[] tradable;
  private final float[] memory;
  private final int earliest;
  private int firstBar;
  private int lastBar;

  TradingLogic(Settings settings, Market market, FeatureTables tables, Targets targets) {
    this.settings = settings;
    this.targets = targets;
    tape = market.tape();
    bars = tape.bars();
    features = tables.of(tape);
    desk = new Desk(settings.rules(), market.instruments(), bars);
    reward = settings.reward().create();
    assets = market.assets();
    featureNumbers = settings.window() * features.rowSize();
    weights = new double[assets];
    held = new double[assets];
    tradable = new boolean[assets];
    memory = new float[reward.memorySize()];
    step.stepsPerYear = market.barsPerYear();
    earliest = Math.max(tape.firstDecision(), features.warmUp() + settings.window() - 1);
    if (earliest >= bars.length() - 1) {
      throw new IllegalArgumentException(
          settings.id()
              + ": the market has "
              + bars.length()
              + " bars, but the first decision is at bar "
              + earliest
              + " (features need "
              + features.warmUp()
              + ", the window "
              + settings.window()
              + ")");
    }
    spec =
        EnvironmentSpec.of(settings.id())
            .observation(space())
            .action(targets.space())
            .maxSteps(settings.episode())
            .masked(targets.masked())
            .info(StockInfo.of(assets))
            .build();
  }

  private Box space() {
    int size =
        featureNumbers
            + (settings.oracle() ? assets : 0)
            + PER_ASSET * assets
            + OVERALL
            + memory.length;
    float[] low = new float[size];
    float[] high = new float[size];
    Arrays.fill(low, (float) -SHOWN);
    Arrays.fill(high, (float) SHOWN);
    return Box.of(low, high);
  }

  @Override
  public EnvironmentSpec spec() {
    return spec;
  }

  @Override
  public void reset(RandomStream random, Options options, Frame frame) {
    tape.next(random);
    features.refill();
    int end = bars.length() - 1;
    int latest = Math.max(earliest, end - Math.max(1, settings.episode()));
    firstBar = settings.randomStart() ? earliest + random.integer(latest - earliest + 1) : earliest;
    lastBar = settings.episode() == 0 ? end : Math.min(end, firstBar + settings.episode());
    desk.open(firstBar);
    reward.reset(desk.equity());
    step.clear();
    observe(frame);
    report(frame);
  }

  @Override
  public EndReason step(Action action, RandomStream random, Frame frame) {
    targets.write(action, tradable, weights);
    desk.trade(weights, step);
    EndReason end = end();
    step.terminated = end.terminated();
    frame.reward(reward.reward(step));
    observe(frame);
    report(frame);
    return end;
  }

  private EndReason end() {
    if (desk.equity() <= 0) {
      return EndReason.RUIN;
    }
    if (desk.liquidated()) {
      return EndReason.MARGIN_CALL;
    }
    if (desk.delisted()) {
      return EndReason.DELISTED;
    }
    boolean timeIsUp = settings.episode() > 0 && desk.bar() - firstBar >= settings.episode();
    return desk.bar() < bars.length() - 1 || timeIsUp ? EndReason.NONE : EndReason.END_OF_DATA;
  }

  private void observe(Frame frame) {
    int at = 0;
    features.observe(frame, at, desk.bar() - settings.window() + 1, settings.window());
    at += featureNumbers;
    if (settings.oracle()) {
      for (int asset = 0; asset < assets; asset++) {
        frame.observe(at++, nextReturn(asset, desk.bar()));
      }
    }
    double equity = Math.max(desk.equity(), Settings.SMALLEST_EQUITY);
    for (int asset = 0; asset < assets; asset++) {
      tradable[asset] = desk.tradable(asset);
      held[asset] = desk.exposure(asset) / equity;
      frame.observe(at++, shown(held[asset]));
      frame.observe(at++, shown(desk.unrealised(asset) / equity));
      frame.observe(at++, tradable[asset] ? 1 : 0);
    }
    frame.observe(at++, shown(desk.cash() / equity));
    frame.observe(at++, shown(desk.gross() / equity));
    frame.observe(at++, desk.distanceToLiquidation());
    frame.observe(
        at++, lastBar == firstBar ? 0 : (double) (lastBar - desk.bar()) / (lastBar - firstBar));
    reward.observe(memory, 0);
    frame.observe(at, memory, 0, memory.length);
    if (spec.masked()) {
      targets.mask(frame, tradable, held);
    }
  }

  /** The future that an injected oracle tells: percent from the next open to the one after it. */
  private double nextReturn(int asset, int bar) {
    int last = bars.length() - 1;
    if (bar >= last) {
      return 0;
    }
    double end = bar + 1 < last ? bars.open(asset, bar + 2) : bars.close(asset, bar + 1);
    return Math.clamp(100 * (end / bars.open(asset, bar + 1) - 1), -ORACLE_LIMIT, ORACLE_LIMIT);
  }

  private static double shown(double value) {
    return Math.clamp(value, -SHOWN, SHOWN);
  }

  private void report(Frame frame) {
    int at = 0;
    frame.info(at++, desk.equity());
    frame.info(at++, desk.cash());
    frame.info(at++, desk.gross());
    frame.info(at++, step.traded);
    frame.info(at++, step.fees);
    frame.info(at++, step.carry);
    frame.info(at++, desk.realised());
    frame.info(at++, reward.shaping());
    frame.info(at++, step.benchmarkReturn);
    frame.info(at++, (double) bars.closeTime(desk.bar()));
    for (int asset = 0; asset < assets; asset++) {
      frame.info(at++, desk.shares(asset));
      frame.info(at++, held[asset]);
      frame.info(at++, desk.price(asset));
    }
  }

  @Override
  public String render() {
    return desk.render();
  }

  @Override
  public void save(DataOutput out) throws IOException {
    tape.save(out);
    desk.save(out);
    reward.save(out);
    out.writeInt(firstBar);
    out.writeInt(lastBar);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    tape.restore(in);
    features.refill();
    desk.restore(in);
    reward.restore(in);
    firstBar = in.readInt();
    lastBar = in.readInt();
    for (int asset = 0; asset < assets; asset++) {
      tradable[asset] = desk.tradable(asset);
    }
  }
}
