package io.tradinggym.crypto.env;

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
import io.tradinggym.market.instrument.Perpetual;
import io.tradinggym.market.reward.RewardFunction;
import io.tradinggym.market.reward.RewardInput;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * One lane of a crypto environment. A step, from the close of one bar to the close of the next:
 *
 * <pre>
 *   observation at close t -> action -> target weights -> orders sized at close t
 *     -> filled at the open of t+1, with costs -> liquidation on the marks -> marked -> interest, funding at stamps
 *     -> liquidation -> reward -> observation
 * </pre>
 */
final class CryptoTrading implements EnvironmentLogic, Resumable {
  /** Account numbers shown per asset: weight, unrealised profit, whether it can be traded. */
  static final int PER_ASSET = 3;

  /** Numbers shown beside per perpetual: last funding rate, time to the next stamp. */
  static final int PER_PERPETUAL = 2;

  /** Account numbers shown once: cash, leverage, margin ratio, distance to liquidation, time left. */
  static final int OVERALL = 5;

  /** Numbers are shown within +- this. */
  private static final double SHOWN = 10;

  /** The premium of a perpetual is shown in this many basis points. */
  private static final double PREMIUM_UNIT = 10e-4;

  private final CryptoSettings settings;
  private final EnvironmentSpec spec;
  private final MarketTape tape;
  private final Bars bars;
  private final FeatureTable features;
  private final CryptoDesk desk;
  private final CryptoTargets targets;
  private final RewardFunction reward;
  private final RewardInput step = new RewardInput();
  private final int assets;
  private final int featureNumbers;
  private final boolean[] perpetual;
  private final double[] weights;
  private final double[] held;
  private final boolean[] tradable;
  private final float[] memory;
  private final double mostWeight;
  private final int earliest;
  private int firstBar;
  private int lastBar;

  CryptoTrading(
      CryptoSettings settings, Market market, FeatureTables tables, CryptoTargets targets) {
    this.settings = settings;
    this.targets = targets;
    tape = market.tape();
    bars = tape.bars();
    features = tables.of(tape);
    desk = new CryptoDesk(settings.rules(), market.instruments(), bars);
    reward = settings.reward().create();
    assets = market.assets();
    featureNumbers = settings.window() * features.rowSize();
    perpetual = new boolean[assets];
    for (int asset = 0; asset < assets; asset++) {
      perpetual[asset] = market.instruments().get(asset) instanceof Perpetual;
    }
    weights = new double[assets];
    held = new double[assets];
    tradable = new boolean[assets];
    memory = new float[reward.memorySize()];
    double most = 0;
    for (int choice = 0; choice < targets.choices(); choice++) {
      most = Math.max(most, targets.weightOf(choice));
    }
    mostWeight = most;
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
            .masked(targets.choices() > 0)
            .info(CryptoInfo.of(assets))
            .build();
  }

  private Box space() {
    int size = featureNumbers + OVERALL + memory.length;
    for (boolean funded : perpetual) {
      size += PER_ASSET + (funded ? PER_PERPETUAL : 0) + (settings.oracle() ? 1 : 0);
    }
    size += settings.pairs() ? assets / 2 : 0;
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
    desk.trade(weights, held, step);
    EndReason end = end();
    step.terminated = end.terminated();
    frame.reward(reward.reward(step));
    observe(frame);
    report(frame);
    return end;
  }

  private EndReason end() {
    if (desk.liquidated()) {
      return EndReason.MARGIN_CALL;
    }
    if (desk.equity() <= 0) {
      return EndReason.RUIN;
    }
    boolean timeIsUp = settings.episode() > 0 && desk.bar() - firstBar >= settings.episode();
    return desk.bar() < bars.length() - 1 || timeIsUp ? EndReason.NONE : EndReason.END_OF_DATA;
  }

  private void observe(Frame frame) {
    int at = 0;
    int bar = desk.bar();
    features.observe(frame, at, bar - settings.window() + 1, settings.window());
    at += featureNumbers;
    if (settings.oracle()) {
      for (int asset = 0; asset < assets; asset++) {
        frame.observe(at++, nextReturn(asset, bar));
      }
    }
    double equity = Math.max(desk.equity(), CryptoSettings.SMALLEST_EQUITY);
    for (int asset = 0; asset < assets; asset++) {
      tradable[asset] = desk.tradable(asset);
      held[asset] = desk.exposure(asset) / equity;
      frame.observe(at++, shown(held[asset]));
      frame.observe(at++, shown(desk.unrealised(asset) / equity));
      frame.observe(at++, tradable[asset] ? 1 : 0);
      if (perpetual[asset]) {
        frame.observe(at++, shown(desk.fundingRate(asset)));
        frame.observe(at++, shown(desk.timeToStamp(asset)));
      }
    }
    if (settings.pairs()) {
      for (int asset = 0; asset < assets; asset += 2) {
        frame.observe(at++, premium(asset, bar));
      }
    }
    double gross = desk.gross();
    double maintenance = gross == 0 ? 0 : desk.maintenance();
    frame.observe(at++, shown(desk.cash() / equity));
    frame.observe(at++, shown(gross / equity));
    double behind = Math.max(desk.behind(), CryptoSettings.SMALLEST_EQUITY);
    frame.observe(at++, shown(maintenance / behind));
    frame.observe(at++, gross == 0 ? 1 : Math.clamp((desk.behind() - maintenance) / gross, 0, 1));
    frame.observe(at++, lastBar == firstBar ? 0 : (double) (lastBar - bar) / (lastBar - firstBar));
    reward.observe(memory, 0);
    frame.observe(at, memory, 0, memory.length);
    if (targets.choices() > 0) {
      mask(frame);
    }
  }

  /** Levels that the venue does not lend enough for; what asks for least is always allowed. */
  private void mask(Frame frame) {
    if (desk.permits(mostWeight)) {
      return;
    }
    int least = 0;
    for (int choice = 1; choice < targets.choices(); choice++) {
      least = targets.weightOf(choice) < targets.weightOf(least) ? choice : least;
    }
    for (int choice = 0; choice < targets.choices(); choice++) {
      frame.allow(choice, choice == least || desk.permits(targets.weightOf(choice)));
    }
  }

  /** The perpetual's price over that of its spot. */
  private double premium(int spot, int bar) {
    double price = bars.close(spot, bar);
    return price == 0 ? 0 : shown((bars.close(spot + 1, bar) / price - 1) / PREMIUM_UNIT);
  }

  /** The future that an injected oracle tells: percent from the next open to the one after it. */
  private double nextReturn(int asset, int bar) {
    int last = bars.length() - 1;
    if (bar >= last) {
      return 0;
    }
    double end = bar + 1 < last ? bars.open(asset, bar + 2) : bars.close(asset, bar + 1);
    return shown(100 * (end / bars.open(asset, bar + 1) - 1));
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
    frame.info(at++, desk.fundingPaid());
    frame.info(at++, desk.realised());
    frame.info(at++, reward.shaping());
    frame.info(at++, step.benchmarkReturn);
    frame.info(at++, (double) bars.closeTime(desk.bar()));
    frame.info(at++, settings.rules().lowest());
    frame.info(at++, settings.rules().leverage());
    frame.info(at++, desk.refused());
    for (int asset = 0; asset < assets; asset++) {
      frame.info(at++, desk.coins(asset));
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
    for (double weight : held) {
      out.writeDouble(weight);
    }
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
      held[asset] = in.readDouble();
      tradable[asset] = desk.tradable(asset);
    }
  }
}
