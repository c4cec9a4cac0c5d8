package io.tradinggym.trading;

import io.tradinggym.api.EnvironmentLogic;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.TradingView;
import io.tradinggym.market.reward.Reward;
import io.tradinggym.market.reward.RewardFunction;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The description of an environment that trades: its desk, what actions mean, what is observed and reported, what is
 * maximised. Immutable, shared by all lanes.
 *
 * <pre>{@code
 * Supplier<EnvironmentLogic> lanes =
 *     TradingSpec.of("Stock-v1", () -> new TradingDesk(...))
 *         .actions(desk -> new WeightScheme(desk, Projection.CLIP_NORMALISE, 1, false))
 *         .observation(lane -> ObservationLayout.of(new FeaturesBlock(lane.desk()), new PositionsBlock(lane.desk())))
 *         .infos(lane -> InfoLayout.of(new AccountInfo(lane), new PositionsInfo(lane.desk())))
 *         .view((desk, actions) -> DeskView.of(market, actions, List.of(), List.of()))
 *         .reward(Rewards.logReturn())
 *         .stepsPerYear(252)
 *         .maxSteps(252)
 *         .lanes();
 * }</pre>
 *
 * @param <D> the desk
 */
public final class TradingSpec<D extends Desk> {
  private final Builder<D> parts;
  private volatile @Nullable EnvironmentSpec spec;
  private volatile int @Nullable [] observed;
  private volatile int @Nullable [] reported;

  private TradingSpec(Builder<D> parts) {
    this.parts = parts;
  }

  /**
   * Starts a description.
   *
   * @param <D> the kind of desk
   * @param id versioned name, {@code Name-vN}
   * @param desk makes the desk of a lane
   * @return a builder; actions, observation, view and reward have to be set
   */
  public static <D extends Desk> Builder<D> of(String id, Supplier<D> desk) {
    return new Builder<>(id, desk);
  }

  D newDesk() {
    return parts.desk.get();
  }

  RewardFunction newReward() {
    return set(parts.reward, "reward").create();
  }

  double stepsPerYear() {
    return parts.stepsPerYear;
  }

  ActionScheme actions(D desk) {
    return set(parts.actions, "actions").apply(desk);
  }

  ObservationLayout observation(LaneParts<D> lane) {
    ObservationLayout layout = set(parts.observation, "observation").apply(lane);
    int[] sizes = observed;
    if (sizes == null) {
      sizes = layout.sizes();
      observed = sizes;
    }
    layout.place(sizes);
    return layout;
  }

  InfoLayout infos(LaneParts<D> lane) {
    InfoLayout layout = parts.infos.apply(lane);
    int[] sizes = reported;
    if (sizes == null) {
      sizes = layout.sizes();
      reported = sizes;
    }
    layout.place(sizes);
    return layout;
  }

  /** The same object for all lanes: its names may be many. */
  EnvironmentSpec spec(
      D desk, ActionScheme actions, ObservationLayout observation, InfoLayout infos) {
    EnvironmentSpec made = spec;
    if (made == null) {
      made =
          EnvironmentSpec.of(parts.id)
              .trading(set(parts.view, "view").apply(desk, actions))
              .observation(observation.space())
              .observationFields(observation.fields())
              .action(actions.space())
              .maxSteps(parts.maxSteps)
              .masked(actions.masked())
              .info(infos.fields())
              .build();
      spec = made;
    }
    return made;
  }

  private <T> T set(@Nullable T part, String name) {
    return Objects.requireNonNull(part, () -> name + " of " + parts.id + " is not set");
  }

  /**
   * Makes a description step by step; used up by {@link #lanes}.
   *
   * @param <D> the kind of desk
   */
  public static final class Builder<D extends Desk> {
    private final String id;
    private final Supplier<D> desk;
    private @Nullable Function<D, ActionScheme> actions;
    private @Nullable Function<LaneParts<D>, ObservationLayout> observation;
    private Function<LaneParts<D>, InfoLayout> infos = lane -> InfoLayout.of();
    private @Nullable BiFunction<D, ActionScheme, TradingView> view;
    private @Nullable Reward reward;
    private double stepsPerYear = 252;
    private int maxSteps;

    private Builder(String id, Supplier<D> desk) {
      this.id = id;
      this.desk = desk;
    }

    /**
     * Sets what actions mean; there is no default.
     *
     * @param scheme makes a lane's scheme once its desk stands
     * @return this builder
     */
    public Builder<D> actions(Function<D, ActionScheme> scheme) {
      actions = scheme;
      return this;
    }

    /**
     * Sets what is observed; there is no default.
     *
     * @param layout makes a lane's layout once its other parts stand
     * @return this builder
     */
    public Builder<D> observation(Function<LaneParts<D>, ObservationLayout> layout) {
      observation = layout;
      return this;
    }

    /**
     * Sets what is reported beside observation and reward; nothing unless set.
     *
     * @param layout makes a lane's layout once its other parts stand
     * @return this builder
     */
    public Builder<D> infos(Function<LaneParts<D>, InfoLayout> layout) {
      infos = layout;
      return this;
    }

    /**
     * Sets what the environment says about itself; there is no default.
     *
     * @param description makes the view, of the desk and the actions of the first lane; a value that knows no lane
     * @return this builder
     */
    public Builder<D> view(BiFunction<D, ActionScheme, TradingView> description) {
      view = description;
      return this;
    }

    /**
     * Sets what is maximised; there is no default.
     *
     * @param recipe of which every lane gets a reward function of its own
     * @return this builder
     */
    public Builder<D> reward(Reward recipe) {
      reward = recipe;
      return this;
    }

    /**
     * Sets the number of decisions in a year, for rewards with yearly rates; 252 unless set.
     *
     * @param steps decisions a year, > 0
     * @return this builder
     * @throws IllegalArgumentException if it is not > 0
     */
    public Builder<D> stepsPerYear(double steps) {
      if (!(steps > 0)) {
        throw new IllegalArgumentException("stepsPerYear must be > 0, was " + steps);
      }
      stepsPerYear = steps;
      return this;
    }

    /**
     * Sets the number of steps after which an episode is truncated; no limit unless set.
     *
     * @param steps of an episode, >= 0; 0 = no limit
     * @return this builder
     * @throws IllegalArgumentException if it is negative
     */
    public Builder<D> maxSteps(int steps) {
      if (steps < 0) {
        throw new IllegalArgumentException("maxSteps must be >= 0 (0 = no limit), was " + steps);
      }
      maxSteps = steps;
      return this;
    }

    /** {@return the maker of lanes} */
    public Supplier<EnvironmentLogic> lanes() {
      TradingSpec<D> spec = new TradingSpec<>(this);
      return () -> new TradingLane<>(spec);
    }
  }
}
