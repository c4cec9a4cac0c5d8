package io.tradinggym.agents.policy.head;

import io.tradinggym.api.random.RandomStream;
import java.util.List;

/** Independent parts of a Tuple or Dict action, each with a head of its own, one after the other in every layout. */
final class CompositeHead implements ActionHead {
  private final List<ActionHead> parts;
  private final int outputs;
  private final int parameters;
  private final int actionSize;
  private final int maskSize;

  /**
   * Heads of the parts, at least one, none of which keeps its noise.
   *
   * @param parts the heads, in order
   */
  public CompositeHead(List<ActionHead> parts) {
    this.parts = List.copyOf(parts);
    outputs = parts.stream().mapToInt(ActionHead::outputs).sum();
    parameters = parts.stream().mapToInt(ActionHead::parameters).sum();
    actionSize = parts.stream().mapToInt(ActionHead::actionSize).sum();
    maskSize = parts.stream().mapToInt(ActionHead::maskSize).sum();
  }

  @Override
  public int outputs() {
    return outputs;
  }

  @Override
  public int parameters() {
    return parameters;
  }

  @Override
  public void initialise(float[] params, int at) {
    int next = at;
    for (ActionHead part : parts) {
      part.initialise(params, next);
      next += part.parameters();
    }
  }

  @Override
  public int actionSize() {
    return actionSize;
  }

  @Override
  public int maskSize() {
    return maskSize;
  }

  @Override
  public void clip(float[] action, int at) {
    int next = at;
    for (ActionHead part : parts) {
      part.clip(action, next);
      next += part.actionSize();
    }
  }

  @Override
  public ActionDistribution distribution() {
    return new Joint();
  }

  /** The product of the parts' distributions: logarithms and entropies add up. */
  private final class Joint implements ActionDistribution {
    private final ActionHead[] heads = parts.toArray(ActionHead[]::new);
    private final ActionDistribution[] laws = new ActionDistribution[heads.length];
    // Where each part begins, the end of the last one at the end.
    private final int[] outputAt = new int[heads.length + 1];
    private final int[] paramAt = new int[heads.length + 1];
    private final int[] actionAt = new int[heads.length + 1];
    private final int[] maskedAt = new int[heads.length + 1];

    Joint() {
      for (int i = 0; i < heads.length; i++) {
        laws[i] = heads[i].distribution();
        outputAt[i + 1] = outputAt[i] + heads[i].outputs();
        paramAt[i + 1] = paramAt[i] + heads[i].parameters();
        actionAt[i + 1] = actionAt[i] + heads[i].actionSize();
        maskedAt[i + 1] = maskedAt[i] + heads[i].maskSize();
      }
    }

    @Override
    public void at(
        float[] outputs, int at, float[] params, int paramsAt, boolean[] mask, int maskAt) {
      for (int i = 0; i < laws.length; i++) {
        laws[i].at(
            outputs, at + outputAt[i], params, paramsAt + paramAt[i], mask, maskAt + maskedAt[i]);
      }
    }

    @Override
    public float sample(RandomStream random, float[] action, int at) {
      float sum = 0;
      for (int i = 0; i < laws.length; i++) {
        sum += laws[i].sample(random, action, at + actionAt[i]);
      }
      return sum;
    }

    @Override
    public void mode(float[] action, int at) {
      for (int i = 0; i < laws.length; i++) {
        laws[i].mode(action, at + actionAt[i]);
      }
    }

    @Override
    public float logProbability(float[] action, int at) {
      float sum = 0;
      for (int i = 0; i < laws.length; i++) {
        sum += laws[i].logProbability(action, at + actionAt[i]);
      }
      return sum;
    }

    @Override
    public float entropy() {
      float sum = 0;
      for (ActionDistribution law : laws) {
        sum += law.entropy();
      }
      return sum;
    }

    @Override
    public void backward(
        float a, float b, float[] outputGradient, int at, float[] gradient, int paramsAt) {
      for (int i = 0; i < laws.length; i++) {
        laws[i].backward(a, b, outputGradient, at + outputAt[i], gradient, paramsAt + paramAt[i]);
      }
    }

    @Override
    public void probabilities(float[] out, int at) {
      for (int i = 0; i < laws.length; i++) {
        laws[i].probabilities(out, at + maskedAt[i]);
      }
    }
  }
}
