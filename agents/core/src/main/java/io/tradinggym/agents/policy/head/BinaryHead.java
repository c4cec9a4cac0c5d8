package io.tradinggym.agents.policy.head;

import io.tradinggym.agents.nn.kernel.FloatMath;
import io.tradinggym.api.random.RandomStream;

/**
 * Independent switches, one logit each: switch i is 1 with probability {@code sigmoid(logit_i)}. A switch that the mask
 * forbids is 0 for certain.
 */
final class BinaryHead implements ActionHead {
  private final int size;

  /**
   * The head of so many switches, &gt;= 1.
   *
   * @param size number of switches, &gt;= 1
   */
  public BinaryHead(int size) {
    this.size = size;
  }

  @Override
  public int outputs() {
    return size;
  }

  @Override
  public int parameters() {
    return 0;
  }

  @Override
  public void initialise(float[] params, int at) {}

  @Override
  public int actionSize() {
    return size;
  }

  @Override
  public int maskSize() {
    return size;
  }

  @Override
  public void clip(float[] action, int at) {}

  @Override
  public ActionDistribution distribution() {
    return new Switches();
  }

  private final class Switches implements ActionDistribution {
    private final float[] logits = new float[size];
    private final float[] chances = new float[size];
    private final boolean[] allowed = new boolean[size];
    private final float[] taken = new float[size];

    @Override
    public void at(
        float[] outputs, int at, float[] params, int paramsAt, boolean[] mask, int maskAt) {
      for (int i = 0; i < size; i++) {
        allowed[i] = mask.length == 0 || mask[maskAt + i];
        logits[i] = outputs[at + i];
        chances[i] = allowed[i] ? FloatMath.sigmoid(logits[i]) : 0;
      }
    }

    @Override
    public float sample(RandomStream random, float[] action, int at) {
      for (int i = 0; i < size; i++) {
        action[at + i] = random.uniform() < chances[i] ? 1 : 0;
      }
      return logProbability(action, at);
    }

    @Override
    public void mode(float[] action, int at) {
      for (int i = 0; i < size; i++) {
        action[at + i] = chances[i] > 0.5f ? 1 : 0;
      }
    }

    /** log p(1) = -log(1 + exp(-l)), log p(0) = -log(1 + exp(l)). */
    @Override
    public float logProbability(float[] action, int at) {
      float sum = 0;
      for (int i = 0; i < size; i++) {
        taken[i] = action[at + i];
        if (allowed[i]) {
          sum -= softplus(taken[i] > 0.5f ? -logits[i] : logits[i]);
        }
      }
      return sum;
    }

    /** log(1 + exp(x)), without overflow. */
    private static float softplus(float x) {
      return Math.max(x, 0) + FloatMath.log(1 + FloatMath.exp(-Math.abs(x)));
    }

    @Override
    public float entropy() {
      float sum = 0;
      for (int i = 0; i < size; i++) {
        if (allowed[i]) {
          sum += chances[i] * softplus(-logits[i]) + (1 - chances[i]) * softplus(logits[i]);
        }
      }
      return sum;
    }

    /** d log p / d l = action - p;  d H / d l = -l p (1 - p). */
    @Override
    public void backward(
        float a, float b, float[] outputGradient, int at, float[] gradient, int paramsAt) {
      for (int i = 0; i < size; i++) {
        float p = chances[i];
        outputGradient[at + i] = allowed[i] ? a * (taken[i] - p) - b * logits[i] * p * (1 - p) : 0;
      }
    }

    @Override
    public void probabilities(float[] out, int at) {
      System.arraycopy(chances, 0, out, at, size);
    }
  }
}
