package io.tradinggym.api;

import io.tradinggym.api.space.Space;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an environment before it runs.
 *
 * @param id versioned name, {@code Name-vN}: letters and digits; numbers of a version never change
 * @param observation space of observations, {@code size()} floats per lane
 * @param action space of actions
 * @param maxSteps after so many steps the engine truncates with {@link EndReason#TIME_LIMIT}; 0 = no limit
 * @param rewardThreshold mean episode return at which the task counts as solved; NaN = undefined
 * @param masked whether the environment writes an action mask
 * @param observationFields what the numbers of an observation are, by position; empty where they have no names
 * @param infoFields what {@link Frame#info(int, double)} reports, by position
 * @param trading what it says about itself if it trades; null if it does not
 * @param controls rules to compare agents with that only the environment knows how to play; empty where there are none
 * @param assumptions what it simulates and what that gets wrong, in sentences; empty where nothing is to be said
 * @param wrappers applied around the environment, innermost first
 * @param options that were set when it was made; defaults and options of a reset are not among them
 */
public record EnvironmentSpec(
    String id,
    Space observation,
    Space action,
    int maxSteps,
    double rewardThreshold,
    boolean masked,
    List<ObservationField> observationFields,
    List<InfoField> infoFields,
    @Nullable TradingView trading,
    List<TradingControl> controls,
    List<String> assumptions,
    List<WrapperSpec> wrappers,
    Options options) {

  /** Checks id and limits. */
  public EnvironmentSpec {
    if (!id.matches("[A-Za-z][A-Za-z0-9]*-v\\d+")) {
      throw new IllegalArgumentException("environment id must read Name-vN, was \"" + id + "\"");
    }
    if (maxSteps < 0) {
      throw new IllegalArgumentException("maxSteps must be >= 0 (0 = no limit), was " + maxSteps);
    }
    observationFields = List.copyOf(observationFields);
    if (!observationFields.isEmpty() && observationFields.size() != observation.size()) {
      throw new IllegalArgumentException(
          id
              + " names "
              + observationFields.size()
              + " numbers of its observation, which has "
              + observation.size());
    }
    infoFields = List.copyOf(infoFields);
    controls = List.copyOf(controls);
    assumptions = List.copyOf(assumptions);
    wrappers = List.copyOf(wrappers);
  }

  /**
   * Starts a spec.
   *
   * @param id name and version, such as {@code Stock-v1}
   * @return a builder that still needs both spaces
   */
  public static Builder of(String id) {
    return new Builder(id);
  }

  /** {@return a builder that starts from this spec; wrappers use it} */
  public Builder toBuilder() {
    Builder builder = new Builder(id);
    builder.observation = observation;
    builder.action = action;
    builder.maxSteps = maxSteps;
    builder.rewardThreshold = rewardThreshold;
    builder.masked = masked;
    builder.observationFields = observationFields;
    builder.infoFields = infoFields;
    builder.trading = trading;
    builder.controls = controls;
    builder.assumptions = assumptions;
    builder.wrappers = wrappers;
    builder.options = options;
    return builder;
  }

  /**
   * {@return the control of a name; null if the environment has none}
   *
   * @param name such as {@code delta-hedge}
   */
  public @Nullable TradingControl control(String name) {
    return controls.stream().filter(each -> each.name().equals(name)).findFirst().orElse(null);
  }

  /**
   * {@return the position of an info field}
   *
   * @param field one of {@link #infoFields}
   * @throws IllegalArgumentException if the environment does not report it
   */
  public int indexOf(InfoField field) {
    int index = infoFields.indexOf(field);
    if (index < 0) {
      throw new IllegalArgumentException(
          id
              + " does not report \""
              + field.name()
              + "\"; it reports "
              + infoFields.stream().map(InfoField::name).toList());
    }
    return index;
  }

  /** Builds a spec step by step. */
  public static final class Builder {
    private final String id;
    private @Nullable Space observation;
    private @Nullable Space action;
    private int maxSteps;
    private double rewardThreshold = Double.NaN;
    private boolean masked;
    private List<ObservationField> observationFields = List.of();
    private List<InfoField> infoFields = List.of();
    private @Nullable TradingView trading;
    private List<TradingControl> controls = List.of();
    private List<String> assumptions = List.of();
    private List<WrapperSpec> wrappers = List.of();
    private Options options = Options.NONE;

    private Builder(String id) {
      this.id = id;
    }

    /**
     * The observation space; names of numbers are kept if there are as many as before.
     *
     * @param space the space of one lane
     * @return this builder
     */
    public Builder observation(Space space) {
      observation = space;
      if (observationFields.size() != space.size()) {
        observationFields = List.of();
      }
      return this;
    }

    /**
     * What the numbers of the observation are, by position; set after the space.
     *
     * @param fields in the order of the numbers, one each; none where they have no names
     * @return this builder
     */
    public Builder observationFields(List<ObservationField> fields) {
      observationFields = fields;
      return this;
    }

    /**
     * The action space.
     *
     * @param space the space of one lane
     * @return this builder
     */
    public Builder action(Space space) {
      action = space;
      return this;
    }

    /**
     * Truncate after so many steps; 0 = no limit.
     *
     * @param steps of an episode, &gt;= 0
     * @return this builder
     */
    public Builder maxSteps(int steps) {
      maxSteps = steps;
      return this;
    }

    /**
     * Mean episode return that counts as solved.
     *
     * @param threshold sum of an episode's rewards, on average; NaN where none is defined
     * @return this builder
     */
    public Builder rewardThreshold(double threshold) {
      rewardThreshold = threshold;
      return this;
    }

    /**
     * Whether the environment writes an action mask.
     *
     * @param value true if it does
     * @return this builder
     */
    public Builder masked(boolean value) {
      masked = value;
      return this;
    }

    /**
     * The info fields, by position.
     *
     * @param fields in the order of the numbers
     * @return this builder
     */
    public Builder info(InfoField... fields) {
      return info(List.of(fields));
    }

    /**
     * The info fields, by position.
     *
     * @param fields in the order of the numbers
     * @return this builder
     */
    public Builder info(List<InfoField> fields) {
      infoFields = fields;
      return this;
    }

    /**
     * What the environment says about itself, if it trades, its controls and assumptions among it.
     *
     * @param view its controls and assumptions become those of the spec
     * @return this builder
     */
    public Builder trading(TradingView view) {
      trading = view;
      controls = view.controls();
      assumptions = view.assumptions();
      return this;
    }

    /**
     * Rules to compare agents with, of an environment that does not trade in an account.
     *
     * @param rules instead of those that were set
     * @return this builder
     */
    public Builder controls(List<TradingControl> rules) {
      controls = rules;
      return this;
    }

    /**
     * What is simulated and what that gets wrong, of an environment that does not trade in an account.
     *
     * @param sentences each a whole sentence
     * @return this builder
     */
    public Builder assumptions(List<String> sentences) {
      assumptions = sentences;
      return this;
    }

    /**
     * Appends a wrapper, the outermost so far.
     *
     * @param wrapper name and settings from which it can be made again
     * @return this builder
     */
    public Builder wrapper(WrapperSpec wrapper) {
      wrappers = new ArrayList<>(wrappers);
      wrappers.add(wrapper);
      return this;
    }

    /**
     * The options with which the environment is made; the engine sets them.
     *
     * @param values that differ from the defaults
     * @return this builder
     */
    public Builder options(Options values) {
      options = values;
      return this;
    }

    /** {@return the spec; both spaces must be set} */
    public EnvironmentSpec build() {
      return new EnvironmentSpec(
          id,
          Objects.requireNonNull(observation, "observation space of " + id + " is not set"),
          Objects.requireNonNull(action, "action space of " + id + " is not set"),
          maxSteps,
          rewardThreshold,
          masked,
          observationFields,
          infoFields,
          trading,
          controls,
          assumptions,
          wrappers,
          options);
    }
  }
}
