package io.tradinggym.explain.policy;

/** A policy that scores its choices: values of actions, or logits. */
public interface Teacher {
  /** {@return how many choices there are} */
  int choices();

  /**
   * Writes the score of each choice at an observation; what is not allowed is for the caller to leave out.
   *
   * @param observation one observation of the environment
   * @param out receives {@link #choices} floats
   */
  void scores(float[] observation, float[] out);
}
