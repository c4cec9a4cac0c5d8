package io.tradinggym.agents.rl4j;

import java.util.ArrayList;
import java.util.List;

/** What happened in all instances of an MDP, which RL4J may step from several threads. */
final class EpisodeLog {
  private final List<Double> returns = new ArrayList<>();
  private long steps;
  private int instances;

  synchronized int nextInstance() {
    return instances++;
  }

  synchronized void add(double episodeReturn, long episodeSteps) {
    returns.add(episodeReturn);
    steps += episodeSteps;
  }

  synchronized double[] returns() {
    return returns.stream().mapToDouble(Double::doubleValue).toArray();
  }

  synchronized long steps() {
    return steps;
  }
}
