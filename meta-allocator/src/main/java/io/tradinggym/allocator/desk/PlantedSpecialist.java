package io.tradinggym.allocator.desk;

import io.tradinggym.agents.policy.Policy;
import io.tradinggym.market.data.AsOf;
import io.tradinggym.specialists.planted.PlantedReader;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * A policy of a planted environment, such as {@code Trend-v1}, on instruments of this market: it is shown what that
 * environment would show of their prices and of what it holds, and holds what its action holds there.
 */
final class PlantedSpecialist implements Specialist {
  private final Policy policy;
  private final PlantedReader reader;
  private final int[] assets;
  private final double[] closes;
  private final double[] shares;
  private final float[] observation;
  private int held;

  /**
   * The specialist.
   *
   * @param policy trained there, or its optimum
   * @param reader of the environment
   * @param assets of the account's market, in the reader's order
   * @throws IllegalArgumentException if the policy does not fit, remembers, or instruments are too many or too few
   */
  PlantedSpecialist(Policy policy, PlantedReader reader, int[] assets) {
    if (policy.observationSpace().size() != reader.size() || policy.remembers()) {
      throw new IllegalArgumentException(
          "a specialist of a planted market sees "
              + reader.size()
              + " numbers and remembers nothing, the policy was trained on "
              + policy.observationSpace().size()
              + (policy.remembers() ? " and remembers" : ""));
    }
    if (assets.length != reader.instruments()) {
      throw new IllegalArgumentException(
          "a specialist of a planted market trades "
              + reader.instruments()
              + " instruments, was given "
              + assets.length
              + "; name them, as in \"trend: policy(FILE,Trend-v1) on TREND\"");
    }
    this.policy = policy;
    this.reader = reader;
    this.assets = assets.clone();
    closes = new double[assets.length];
    shares = new double[assets.length];
    observation = new float[reader.size()];
  }

  @Override
  public void begin() {
    reader.begin();
    held = reader.flat();
  }

  @Override
  public void decide(AsOf view, double[] weights) {
    Arrays.fill(weights, HOLD);
    boolean listed = true;
    for (int i = 0; i < assets.length; i++) {
      closes[i] = view.close(assets[i]);
      listed &= closes[i] > 0;
    }
    if (!listed) {
      return;
    }
    reader.see(closes);
    reader.observe(held, observation);
    held = policy.act(observation);
    reader.weights(held, shares);
    for (int i = 0; i < assets.length; i++) {
      weights[assets[i]] = shares[i];
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    reader.save(out);
    out.writeInt(held);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    reader.restore(in);
    held = in.readInt();
  }
}
