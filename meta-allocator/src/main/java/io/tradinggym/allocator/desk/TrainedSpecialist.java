package io.tradinggym.allocator.desk;

import io.tradinggym.agents.policy.Actor;
import io.tradinggym.agents.policy.Policy;
import io.tradinggym.api.AutoReset;
import io.tradinggym.api.Batch;
import io.tradinggym.api.Gym;
import io.tradinggym.api.Option;
import io.tradinggym.api.Options;
import io.tradinggym.api.Registration;
import io.tradinggym.api.Registry;
import io.tradinggym.api.VectorEnvironment;
import io.tradinggym.market.data.AsOf;
import io.tradinggym.market.data.Market;
import io.tradinggym.market.data.MarketChoice;
import io.tradinggym.market.feature.FeatureChoice;
import io.tradinggym.trading.TradingDesk;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/**
 * A policy that was trained in an environment of shares or coins: it goes along in one of its own on the same path and
 * sees there what it saw in training, its own positions among it; what it asks for there it asks for here.
 *
 * <p>The environment starts at the first possible bar and has no end of its own, so its clock stands at the whole path.
 */
final class TrainedSpecialist implements Specialist {
  private static final boolean[] FIRST = {true};

  private final int[] assets;
  private final VectorEnvironment environment;
  private final Batch batch;
  private final Actor actor;
  private final TradingDesk desk;
  private final float[] action;
  private final float[] memory;

  /**
   * The specialist.
   *
   * @param policy trained there
   * @param file of the policy, which holds what its features learned
   * @param id of the environment, such as Portfolio-v1
   * @param given options of the environment that differ from their defaults
   * @param market of the account's lane, see {@link FollowedMarket}
   * @param assets of that market, in the order of the account
   * @throws IllegalArgumentException if the environment takes no market or no target weights, or the policy does not
   *     fit
   */
  TrainedSpecialist(
      Policy policy, Path file, String id, Map<String, String> given, Market market, int[] assets) {
    this.assets = assets;
    environment =
        Gym.vector(
            Registry.global().maker(id, options(id, given, market, file)),
            1,
            1,
            AutoReset.DISABLED);
    try {
      policy.requireFits(environment.spec());
      desk =
          environment
              .find(0, TradingDesk.class)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "a trained specialist needs an environment of target weights, "
                              + id
                              + " is none"));
    } catch (IllegalArgumentException e) {
      environment.close();
      throw e;
    }
    batch = environment.newBatch();
    actor = policy.actor(1);
    action = new float[environment.spec().action().size()];
    memory = new float[actor.memorySize()];
  }

  private static Options options(String id, Map<String, String> given, Market market, Path file) {
    Registration registration = Registry.global().get(id);
    Options options = Options.NONE;
    for (Option<?> known : registration.options()) {
      if (known.name().equals("episode")) {
        options = options.set(registration.options(), "episode", "0");
      } else if (known.name().equals("randomStart")) {
        options = options.set(registration.options(), "randomStart", "false");
      }
    }
    for (Map.Entry<String, String> option : given.entrySet()) {
      options = options.set(registration.options(), option.getKey(), option.getValue());
    }
    return MarketChoice.with(learned(options, file), registration.options(), market, id);
  }

  private static Options learned(Options options, Path file) {
    String learning = FeatureChoice.learning(options);
    try {
      if (learning.isEmpty()) {
        return options;
      }
      if (LearnedFeatures.in(file)) {
        return LearnedFeatures.restore(file, options);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read what features learned: " + e.getMessage(), e);
    }
    throw new IllegalArgumentException(
        "a policy that observes features that learn ("
            + learning
            + ") needs what they learned, and "
            + file
            + " does not hold it; register a run that was trained since then, or on a market of"
            + " the configuration");
  }

  @Override
  public void begin() {
    environment.reset(1, batch);
    actor.begin(FIRST);
  }

  @Override
  public void decide(AsOf view, double[] weights) {
    int bar = view.known() - 1;
    boolean waits = bar < desk.cursor().bar();
    Arrays.fill(weights, waits ? 0 : HOLD);
    if (waits || batch.ends[0] != 0) {
      return;
    }
    actor.act(batch.observations, batch.masks, 1, action);
    environment.step(
        action, batch); // lives through the next bar; what it asked for was decided before
    for (int i = 0; i < assets.length; i++) {
      weights[assets[i]] = desk.asked(i);
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    environment.save(out);
    batch.save(out);
    actor.saveMemory(memory);
    for (float number : memory) {
      out.writeFloat(number);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    environment.restore(in);
    batch.restore(in);
    for (int i = 0; i < memory.length; i++) {
      memory[i] = in.readFloat();
    }
    actor.restoreMemory(memory);
  }
}
