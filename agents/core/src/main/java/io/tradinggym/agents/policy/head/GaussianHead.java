package io.tradinggym.agents.policy.head;

import io.tradinggym.agents.nn.kernel.FloatMath;
import io.tradinggym.api.random.RandomStream;
import io.tradinggym.api.space.Box;

/**
 * A diagonal Gaussian: the network gives the means, the logarithms of the standard deviations are parameters of their
 * own that start at 0. Actions are stored as drawn and clipped to the Box only for the environment.
 */
final class GaussianHead implements ActionHead {
  private static final float HALF_LOG_2PI = 0.9189385332f;

  private final Box box;
  private final int size;

  /**
   * The head of a Box.
   *
   * @param box the action space; bounds may be infinite
   */
  public GaussianHead(Box box) {
    this.box = box;
    this.size = box.size();
  }

  @Override
  public int outputs() {
    return size;
  }

  @Override
  public int parameters() {
    return size;
  }

  @Override
  public void initialise(float[] params, int at) {
    for (int i = 0; i < size; i++) {
      params[at + i] = 0;
    }
  }

  @Override
  public int actionSize() {
    return size;
  }

  @Override
  public int maskSize() {
    return 0;
  }

  @Override
  public void clip(float[] action, int at) {
    box.clip(action, at);
  }

  @Override
  public ActionDistribution distribution() {
    return new Gaussian();
  }

  private final class Gaussian implements ActionDistribution {
    private final float[] means = new float[size];
    private final float[] logSds = new float[size];
    private final float[] sds = new float[size];
    private final float[] scores = new float[size];

    @Override
    public void at(
        float[] outputs, int at, float[] params, int paramsAt, boolean[] mask, int maskAt) {
      for (int i = 0; i < size; i++) {
        means[i] = outputs[at + i];
        logSds[i] = params[paramsAt + i];
        sds[i] = FloatMath.exp(logSds[i]);
      }
    }

    @Override
    public float sample(RandomStream random, float[] action, int at) {
      for (int i = 0; i < size; i++) {
        action[at + i] = (float) (means[i] + sds[i] * random.gaussian());
      }
      return logProbability(action, at);
    }

    @Override
    public void mode(float[] action, int at) {
      System.arraycopy(means, 0, action, at, size);
    }

    @Override
    public float logProbability(float[] action, int at) {
      float sum = 0;
      for (int i = 0; i < size; i++) {
        float score = (action[at + i] - means[i]) / sds[i];
        scores[i] = score;
        sum -= 0.5f * score * score + logSds[i] + HALF_LOG_2PI;
      }
      return sum;
    }

    @Override
    public float entropy() {
      float sum = 0;
      for (int i = 0; i < size; i++) {
        sum += 0.5f + HALF_LOG_2PI + logSds[i];
      }
      return sum;
    }

    /** d log p / d mean = z / sd;  d log p / d log sd = z^2 - 1;  d H / d log sd = 1. */
    @Override
    public void backward(
        float a, float b, float[] outputGradient, int at, float[] gradient, int paramsAt) {
      for (int i = 0; i < size; i++) {
        float z = scores[i];
        outputGradient[at + i] = a * z / sds[i];
        gradient[paramsAt + i] += a * (z * z - 1) + b;
      }
    }

    @Override
    public void probabilities(float[] out, int at) {}
  }
}
