package io.tradinggym.agents.rl4j;

import io.tradinggym.api.Environment;
import io.tradinggym.api.Step;
import io.tradinggym.api.random.RandomStreams;
import io.tradinggym.api.space.Discrete;
import java.util.function.Supplier;
import org.deeplearning4j.gym.StepReply;
import org.deeplearning4j.rl4j.mdp.MDP;
import org.deeplearning4j.rl4j.space.ArrayObservationSpace;
import org.deeplearning4j.rl4j.space.Box;
import org.deeplearning4j.rl4j.space.DiscreteSpace;
import org.deeplearning4j.rl4j.space.ObservationSpace;
import org.nd4j.linalg.factory.Nd4j;

/**
 * An environment with a Discrete action space as an RL4J {@code MDP}.
 *
 * <ul>
 *   <li>Choices count from 0, whatever the space starts at.
 *   <li>A truncated episode is over ({@link #isDone}), but its last step is not reported as done: RL4J then bootstraps
 *       from the last observation, as it should.
 *   <li>RL4J knows no action masks. Where the environment forbids a choice, the first allowed one is taken instead.
 * </ul>
 *
 * <p>Further instances, one for each thread of RL4J's asynchronous learners, have seeds of their own; the episodes of
 * all are counted together.
 */
public final class GymMdp implements MDP<Box, Integer, DiscreteSpace> {
  private final Supplier<Environment> maker;
  private final long seed;
  private final EpisodeLog log;
  private final long instanceSeed;
  private final Environment env;
  private final Discrete actions;
  private final DiscreteSpace actionSpace;
  private final ObservationSpace<Box> observationSpace;
  private boolean started;
  private double episodeReturn;
  private long episodeSteps;

  /**
   * The first instance.
   *
   * @param maker makes the environment; called again for every further instance
   * @param seed of the environment and of random actions
   * @throws IllegalArgumentException unless the action space is Discrete
   */
  public GymMdp(Supplier<Environment> maker, long seed) {
    this(maker, seed, new EpisodeLog());
  }

  private GymMdp(Supplier<Environment> maker, long seed, EpisodeLog log) {
    this.maker = maker;
    this.seed = seed;
    this.log = log;
    instanceSeed = RandomStreams.of(seed).stream("rl4j", log.nextInstance()).nextLong();
    env = maker.get();
    actions = requireDiscrete(env);
    actionSpace =
        new DiscreteSpace(actions.n(), Nd4j.getRandomFactory().getNewRandomInstance(instanceSeed));
    observationSpace = new ArrayObservationSpace<>(new int[] {env.observationSpace().flatSize()});
  }

  private static Discrete requireDiscrete(Environment env) {
    if (env.actionSpace() instanceof Discrete discrete) {
      return discrete;
    }
    String space = env.actionSpace().toJson();
    env.close();
    throw new IllegalArgumentException("rl4j needs a Discrete action space, was " + space);
  }

  @Override
  public ObservationSpace<Box> getObservationSpace() {
    return observationSpace;
  }

  @Override
  public DiscreteSpace getActionSpace() {
    return actionSpace;
  }

  @Override
  public Box reset() {
    endEpisode(); // RL4J may have cut it off at its own limit
    Step first = started ? env.reset() : env.reset(instanceSeed);
    started = true;
    return observed(first);
  }

  @Override
  public StepReply<Box> step(Integer choice) {
    Step step = env.step(actions.start() + allowed(choice));
    episodeReturn += step.reward();
    episodeSteps++;
    if (env.ended()) {
      endEpisode();
    }
    return new StepReply<>(observed(step), step.reward(), step.terminated(), null);
  }

  private void endEpisode() {
    if (episodeSteps > 0) {
      log.add(episodeReturn, episodeSteps);
    }
    episodeReturn = 0;
    episodeSteps = 0;
  }

  private int allowed(int choice) {
    boolean[] mask = env.last().mask();
    if (mask.length == 0 || mask[choice]) {
      return choice;
    }
    int first = 0;
    while (!mask[first]) {
      first++;
    }
    return first;
  }

  /** Choices one-hot, as policies of this library see them. */
  private Box observed(Step step) {
    float[] flat = new float[env.observationSpace().flatSize()];
    env.observationSpace().flatten(step.observation(), 0, flat, 0);
    double[] values = new double[flat.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = flat[i];
    }
    return new Box(values);
  }

  @Override
  public boolean isDone() {
    return env.ended();
  }

  @Override
  public GymMdp newInstance() {
    return new GymMdp(maker, seed, log);
  }

  @Override
  public void close() {
    env.close();
  }

  /** Returns of the episodes of all instances so far, in the order in which they ended. */
  public double[] returns() {
    return log.returns();
  }

  /** Steps in these episodes. */
  public long steps() {
    return log.steps();
  }

  Environment environment() {
    return env;
  }
}
