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

/**
 * {@code Volatility-v1}: buy or sell a rolling straddle, delta-hedged.
 *
 * <pre>
 *   observation   0         5 ln(v / realised volatility)
 *                 1         vega held, -1 .. 1
 *   action        0 1 2     vega -1, 0, 1
 *   reward        volatility points earned by the vega less the cost of trading
 *   episode       60 sessions, flat at the start
 * </pre>
 *
 * <p>The optimum is 13.53 points where there is no premium but v wanders by .2; selling always earns -.71, random
 * -26.4. "No premium" is not "no edge".
 */
public final class VolatilityMarket implements EnvironmentLogic, Resumable {
  /** Observed logarithms of v are multiplied by it. */
  public static final double SCALE = 5;

  private static final float LIMIT = 10;

  private final VolatilityLaw law;
  private final double phi;
  private final EnvironmentSpec spec;
  private double logV;
  private int held;

  /**
   * A market.
   *
   * @param law of implied volatility
   */
  public VolatilityMarket(VolatilityLaw law) {
    this.law = law;
    phi = law.phi();
    spec =
        EnvironmentSpec.of("Volatility-v1")
            .observation(Box.of(new float[] {-LIMIT, -1}, new float[] {LIMIT, 1}))
            .action(Discrete.of(3))
            .maxSteps(law.sessions())
            .info(
                InfoField.of("vega", "units", "held over the session that ended"),
                InfoField.of("implied", "a year", "volatility after the session"),
                InfoField.of("cost", "points", "paid for the trade"))
            .build();
  }

  @Override
  public EnvironmentSpec spec() {
    return spec;
  }

  @Override
  public void reset(RandomStream random, Options options, Frame frame) {
    logV = law.centre() + law.spread() * random.gaussian();
    held = 0;
    observe(frame);
  }

  @Override
  public EndReason step(Action action, RandomStream random, Frame frame) {
    int target = action.discrete() - 1;
    double paid = law.cost() * Math.abs(target - held);
    held = target;
    double v = StrictMath.exp(logV);
    double fresh = law.spread() * StrictMath.sqrt(1 - phi * phi);
    logV = law.centre() + phi * (logV - law.centre()) + fresh * random.gaussian();
    double next = StrictMath.exp(logV);
    frame.reward(held * law.points(v, next, law.squaredReturn(random.gaussian())) - paid);
    frame.info(0, held);
    frame.info(1, next);
    frame.info(2, paid);
    observe(frame);
    return EndReason.NONE;
  }

  private void observe(Frame frame) {
    frame.observe(0, VolatilityReader.shown(law, logV));
    frame.observe(1, held);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeDouble(logV);
    out.writeInt(held);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    logV = in.readDouble();
    held = in.readInt();
  }
}
