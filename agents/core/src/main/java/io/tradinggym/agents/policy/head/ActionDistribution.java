package io.tradinggym.agents.policy.head;

import io.tradinggym.api.random.RandomStream;

/**
 * The distribution of actions at one row of network outputs: point it {@link #at}, then ask. Mutable scratch, reused
 * from row to row; for one thread.
 */
public interface ActionDistribution {
  /**
   * Points at a row.
   *
   * @param outputs of the policy network, read at {@code at}
   * @param at index of the row's first output
   * @param params holds the head's own parameters from {@code paramsAt}
   * @param paramsAt index of the head's first parameter
   * @param mask true = allowed, read at {@code maskAt}; an empty array allows everything
   * @param maskAt index of the first entry of the mask
   */
  void at(float[] outputs, int at, float[] params, int paramsAt, boolean[] mask, int maskAt);

  /**
   * Draws an action.
   *
   * @param random the stream to draw from
   * @param action receives the action, from {@code at}
   * @param at index of its first float
   * @return the natural logarithm of the action's probability (density)
   */
  float sample(RandomStream random, float[] action, int at);

  /**
   * Draws an action as {@link #sample} does, but where the head keeps its noise for some steps, with that.
   *
   * @param random the stream to draw from
   * @param noise the lane's {@link ActionHead#noiseSize} standard normal values, read at {@code noiseAt}
   * @param noiseAt index of the first of them
   * @param action receives the action, from {@code at}
   * @param at index of its first float
   * @return the natural logarithm of the probability (density) of the action, over all noise
   */
  default float explore(RandomStream random, float[] noise, int noiseAt, float[] action, int at) {
    return sample(random, action, at);
  }

  /**
   * Writes the most probable action.
   *
   * @param action receives the action, from {@code at}
   * @param at index of its first float
   */
  void mode(float[] action, int at);

  /**
   * {@return the natural logarithm of the probability (density) of an action}
   *
   * @param action an action, read from {@code at}
   * @param at index of its first float
   */
  float logProbability(float[] action, int at);

  /** {@return the entropy, nats} */
  float entropy();

  /**
   * Adds the gradient of {@code a x logProbability(action) + b x entropy} for the action last given to {@link
   * #logProbability}.
   *
   * @param a dLoss / dLogProbability
   * @param b dLoss / dEntropy
   * @param outputGradient receives the gradient of the outputs, one row from {@code at}
   * @param at index of the first output
   * @param gradient the head's own parameters' gradient is added at {@code paramsAt}
   * @param paramsAt index of the head's first parameter
   */
  void backward(float a, float b, float[] outputGradient, int at, float[] gradient, int paramsAt);

  /**
   * Chances of the choices, one after the other, as the mask's layout; writes nothing for a continuous action.
   *
   * @param out receives as many chances as the mask has entries, 0 to 1
   * @param at index of the first of them
   */
  void probabilities(float[] out, int at);
}
