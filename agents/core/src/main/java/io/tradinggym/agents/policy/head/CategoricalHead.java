package io.tradinggym.agents.policy.head;

import io.tradinggym.agents.nn.kernel.FloatMath;
import io.tradinggym.api.random.RandomStream;
import java.util.Arrays;

/**
 * Independent categorical choices, one block of logits each: Discrete is one block, MultiDiscrete several, MultiBinary
 * blocks of two. A masked choice has probability 0.
 */
public final class CategoricalHead implements ActionHead {
  private final int[] counts;
  private final int[] starts;
  private final int total;

  /**
   * Blocks of choices.
   *
   * @param counts number of choices in each block, at least one block, each &gt;= 1
   * @param starts number that the first choice of each block has in an action; as long as the counts
   */
  public CategoricalHead(int[] counts, int[] starts) {
    if (counts.length == 0 || counts.length != starts.length) {
      throw new IllegalArgumentException(
          "needs as many starts as counts, at least one; had "
              + counts.length
              + " counts, "
              + starts.length
              + " starts");
    }
    this.counts = counts.clone();
    this.starts = starts.clone();
    this.total = Arrays.stream(counts).sum();
  }

  @Override
  public int outputs() {
    return total;
  }

  @Override
  public int parameters() {
    return 0;
  }

  @Override
  public void initialise(float[] params, int at) {}

  @Override
  public int actionSize() {
    return counts.length;
  }

  @Override
  public int maskSize() {
    return total;
  }

  @Override
  public void clip(float[] action, int at) {}

  @Override
  public ActionDistribution distribution() {
    return new Categorical();
  }

  /** Softmax over the allowed logits of each block. */
  private final class Categorical implements ActionDistribution {
    private final float[] logProbabilities = new float[total];
    private final float[] probabilities = new float[total];
    private final int[] chosen = new int[counts.length];
    private float entropy;

    @Override
    public void at(
        float[] outputs, int at, float[] params, int paramsAt, boolean[] mask, int maskAt) {
      entropy = 0;
      int begin = 0;
      for (int n : counts) {
        block(outputs, at, mask, maskAt, begin, begin + n);
        begin += n;
      }
    }

    private void block(float[] outputs, int at, boolean[] mask, int maskAt, int begin, int end) {
      boolean all = mask.length == 0;
      float max = Float.NEGATIVE_INFINITY;
      for (int i = begin; i < end; i++) {
        if (all || mask[maskAt + i]) {
          max = Math.max(max, outputs[at + i]);
        }
      }
      float sum = 0;
      for (int i = begin; i < end; i++) {
        float e = all || mask[maskAt + i] ? FloatMath.exp(outputs[at + i] - max) : 0;
        probabilities[i] = e;
        sum += e;
      }
      float logSum = FloatMath.log(sum);
      float scale = 1 / sum;
      for (int i = begin; i < end; i++) {
        float p = probabilities[i] * scale;
        probabilities[i] = p;
        logProbabilities[i] =
            all || mask[maskAt + i] ? outputs[at + i] - max - logSum : Float.NEGATIVE_INFINITY;
        if (p > 0) {
          entropy -= p * logProbabilities[i];
        }
      }
    }

    @Override
    public float sample(RandomStream random, float[] action, int at) {
      float logProbability = 0;
      int begin = 0;
      for (int b = 0; b < counts.length; b++) {
        int pick = draw(random.uniform(), begin, begin + counts[b]);
        action[at + b] = starts[b] + pick - begin;
        logProbability += logProbabilities[pick];
        begin += counts[b];
      }
      return logProbability;
    }

    /** Inverts the cumulative sum; rounding at its end falls back to the last choice that is possible at all. */
    private int draw(double u, int begin, int end) {
      double cumulative = 0;
      int last = begin;
      for (int i = begin; i < end; i++) {
        if (probabilities[i] > 0) {
          last = i;
          cumulative += probabilities[i];
          if (u < cumulative) {
            return i;
          }
        }
      }
      return last;
    }

    @Override
    public void mode(float[] action, int at) {
      int begin = 0;
      for (int b = 0; b < counts.length; b++) {
        int best = begin;
        for (int i = begin + 1; i < begin + counts[b]; i++) {
          if (probabilities[i] > probabilities[best]) {
            best = i;
          }
        }
        action[at + b] = starts[b] + best - begin;
        begin += counts[b];
      }
    }

    @Override
    public float logProbability(float[] action, int at) {
      float sum = 0;
      int begin = 0;
      for (int b = 0; b < counts.length; b++) {
        chosen[b] = begin + (int) action[at + b] - starts[b];
        sum += logProbabilities[chosen[b]];
        begin += counts[b];
      }
      return sum;
    }

    @Override
    public float entropy() {
      return entropy;
    }

    /** d log p_a / d logit_i = 1[i = a] - p_i;  d H / d logit_i = -p_i (log p_i + H_block). */
    @Override
    public void backward(
        float a, float b, float[] outputGradient, int at, float[] gradient, int paramsAt) {
      int begin = 0;
      for (int block = 0; block < counts.length; block++) {
        int end = begin + counts[block];
        float blockEntropy = blockEntropy(begin, end);
        for (int i = begin; i < end; i++) {
          float p = probabilities[i];
          float g = (i == chosen[block] ? a : 0) - a * p;
          outputGradient[at + i] = p > 0 ? g - b * p * (logProbabilities[i] + blockEntropy) : g;
        }
        begin = end;
      }
    }

    private float blockEntropy(int begin, int end) {
      if (counts.length == 1) {
        return entropy;
      }
      float sum = 0;
      for (int i = begin; i < end; i++) {
        if (probabilities[i] > 0) {
          sum -= probabilities[i] * logProbabilities[i];
        }
      }
      return sum;
    }

    @Override
    public void probabilities(float[] out, int at) {
      System.arraycopy(probabilities, 0, out, at, total);
    }
  }
}
