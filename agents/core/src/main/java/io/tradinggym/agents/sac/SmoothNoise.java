package io.tradinggym.agents.sac;

import io.tradinggym.agents.nn.Network;
import io.tradinggym.agents.nn.Pass;
import io.tradinggym.agents.nn.StateDependentNoise;
import io.tradinggym.agents.nn.Workspace;
import io.tradinggym.agents.nn.kernel.FloatMath;
import io.tradinggym.agents.policy.head.Gsde;
import io.tradinggym.api.Resumable;
import io.tradinggym.api.random.RandomStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The noise of each lane as {@link Gsde} has it: a linear function of what the actor's last layer sees, kept for some
 * steps.
 */
final class SmoothNoise implements Resumable {
  private final Gsde settings;
  private final int size;
  private final int features;
  private final int layer;
  private final int logStdAt;
  private final float[] weights;
  private long steps;

  /**
   * Noise that is drawn with the first step.
   *
   * @param actor ends with a {@link StateDependentNoise}
   */
  SmoothNoise(Gsde settings, Network actor, int lanes) {
    this.settings = settings;
    layer = actor.steps().size() - 1;
    StateDependentNoise last = (StateDependentNoise) actor.steps().getLast();
    features = last.inputs();
    size = last.outputs() / 2;
    logStdAt = actor.parameters() - size * features;
    weights = new float[lanes * size * features];
  }

  /** Before each step of the lanes. */
  void step(RandomStream[] randoms) {
    if (steps++ % settings.every() == 0) {
      for (int i = 0; i < weights.length; i++) {
        weights[i] = (float) randoms[i / (size * features)].gaussian();
      }
    }
  }

  /**
   * Writes a lane's noise, in standard deviations.
   *
   * @param acting holds the actor's pass over all lanes
   */
  void write(int lane, Workspace acting, float[] params, float[] out) {
    Pass last = acting.pass(layer);
    int x = last.xAt() + lane * features;
    for (int j = 0; j < size; j++) {
      float sum = 0;
      for (int k = 0; k < features; k++) {
        int i = j * features + k;
        float sd = FloatMath.exp(params[logStdAt + i]);
        sum = Math.fma(last.x()[x + k] * sd, weights[lane * size * features + i], sum);
      }
      out[j] = sum * FloatMath.exp(-last.y()[lane * 2 * size + size + j]);
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeLong(steps);
    for (float weight : weights) {
      out.writeFloat(weight);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    steps = in.readLong();
    for (int i = 0; i < weights.length; i++) {
      weights[i] = in.readFloat();
    }
  }
}
