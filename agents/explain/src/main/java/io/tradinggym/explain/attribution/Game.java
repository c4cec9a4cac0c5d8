package io.tradinggym.explain.attribution;

/** What a coalition of players is worth. */
@FunctionalInterface
public interface Game {
  /**
   * {@return the worth of a coalition}
   *
   * @param coalition bit i, from 0, says whether player i belongs to it
   */
  double worth(long coalition);
}
