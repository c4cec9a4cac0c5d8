package io.tradinggym.specialists.planted;

import io.tradinggym.api.Action;
import io.tradinggym.api.EndReason;
import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.Frame;
import io.tradinggym.api.InfoField;
import io.tradinggym.api.Options;
import io.tradinggym.api.Resumable;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.space.Box;
import io.tradinggym.api.space.Discrete;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * {@code Momentum-v1}: three coins whose drifts wander; hold one of them or cash.
 *
 * <pre>
 *   observation   0 .. 11   exponential means of each coin's returns, spans 4 12 24 48 (coin 0 first), standard
 *                           deviations of noise
 *                 12 .. 15  1 at what is held: cash, coin 0, 1, 2
 *                 16 .. 18  only if informed: predicted drift of the modes (exact), in sm
 *   action        0 1 2 3   cash, coin 0, 1, 2
 *   reward        log return of what is held + ln(1 - c x trades); from coin to coin is two trades
 *   episode       240 hours after 120 of history, in cash at the start
 * </pre>
 *
 * <p>The optimum is .1214 at sm .0012 and 5 bp; holding one coin earns -.007, random -.140.
 */
public final class MomentumMarket implements EnvironmentLogic, Resumable {
  private static final int COINS = MomentumLaw.COINS;
  private static final int HISTORY = 120;
  private static final float LIMIT = 10;

  private final MomentumLaw law;
  private final double phi;
  private final MomentumReader reader;
  private final EnvironmentSpec spec;

  private final double[] drifts = new double[COINS];
  private final double[] returns = new double[COINS];
  private int held;

  /**
   * A market.
   *
   * @param law of the prices
   * @param informed whether the exact filter is appended to the observation
   */
  public MomentumMarket(MomentumLaw law, boolean informed) {
    this.law = law;
    phi = law.phi();
    reader = new MomentumReader(law, informed);
    int size = reader.size();
    float[] low = new float[size];
    float[] high = new float[size];
    Arrays.fill(low, -LIMIT);
    Arrays.fill(high, LIMIT);
    Arrays.fill(low, reader.heldAt(), reader.heldAt() + COINS + 1, 0);
    Arrays.fill(high, reader.heldAt(), reader.heldAt() + COINS + 1, 1);
    spec =
        EnvironmentSpec.of("Momentum-v1")
            .observation(Box.of(low, high))
            .action(Discrete.of(COINS + 1))
            .maxSteps(law.bars())
            .info(
                InfoField.of("held", "index", "0 cash, 1 .. 3 the coins"),
                InfoField.of("cost", "log", "paid for the trades, not negative"))
            .build();
  }

  @Override
  public EnvironmentSpec spec() {
    return spec;
  }

  @Override
  public void reset(RandomStream random, Options options, Frame frame) {
    reader.begin();
    for (int i = 0; i < COINS; i++) {
      drifts[i] = law.drift() * random.gaussian();
    }
    for (int bar = 0; bar < HISTORY; bar++) {
      draw(random);
    }
    held = 0;
    observe(frame);
  }

  private void draw(RandomStream random) {
    double common = law.common() * random.gaussian();
    double fresh = law.drift() * StrictMath.sqrt(1 - phi * phi);
    for (int i = 0; i < COINS; i++) {
      drifts[i] = phi * drifts[i] + fresh * random.gaussian();
      returns[i] = common + drifts[i] + law.own() * random.gaussian() - law.drag();
    }
    reader.add(returns);
  }

  @Override
  public EndReason step(Action action, RandomStream random, Frame frame) {
    int target = action.discrete();
    int trades = target == held ? 0 : target == 0 || held == 0 ? 1 : 2;
    double paid = -StrictMath.log(1 - law.cost() * trades);
    held = target;
    draw(random);
    frame.reward((held == 0 ? 0 : returns[held - 1]) - paid);
    frame.info(0, held);
    frame.info(1, paid);
    observe(frame);
    return EndReason.NONE;
  }

  private void observe(Frame frame) {
    for (int i = 0; i < reader.size(); i++) {
      frame.observe(i, reader.value(i, held));
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(held);
    for (int i = 0; i < COINS; i++) {
      out.writeDouble(drifts[i]);
    }
    reader.save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    held = in.readInt();
    for (int i = 0; i < COINS; i++) {
      drifts[i] = in.readDouble();
    }
    reader.restore(in);
  }
}
