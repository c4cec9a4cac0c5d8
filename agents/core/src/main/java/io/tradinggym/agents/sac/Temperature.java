package io.tradinggym.agents.sac;

import io.tradinggym.agents.nn.kernel.FloatMath;
import io.tradinggym.agents.nn.kernel.Kernels;
import io.tradinggym.agents.nn.optimizer.Adam;
import io.tradinggym.api.Resumable;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What a nat of entropy is worth. If it is learned, its logarithm descends {@code log alpha (entropy -
 * target)}: it rises while the policy is less random than the target.
 */
final class Temperature implements Resumable {
  private final boolean learned;
  private final float[] log;
  private final float[] gradient = new float[1];
  private final Adam adam;

  Temperature(SacSettings settings) {
    learned = settings.learnTemperature();
    log = new float[] {(float) StrictMath.log(settings.temperature())};
    adam = new Adam(1, Kernels.fastest(), settings.adamEpsilon());
  }

  float value() {
    return FloatMath.exp(log[0]);
  }

  /** Takes a step for the entropy that the policy has and the one it should have. */
  void learn(double entropy, double target, double learningRate) {
    if (learned) {
      gradient[0] = (float) (entropy - target);
      adam.step(log, gradient, learningRate);
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeFloat(log[0]);
    adam.save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    log[0] = in.readFloat();
    adam.load(in);
  }
}
