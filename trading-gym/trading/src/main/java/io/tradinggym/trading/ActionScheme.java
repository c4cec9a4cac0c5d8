package io.tradinggym.trading;

import io.tradinggym.api.Action;
import io.tradinggym.api.Frame;
import io.tradinggym.api.Swappable;
import io.tradinggym.api.TargetWeights;
import io.tradinggym.api.space.Space;
import org.jspecify.annotations.Nullable;

/**
 * What an action means. Belongs to one lane and knows its desk: {@link #intend} tells the desk what is wanted, in the
 * desk's own terms (a target weight, an order of several legs), and the desk trades it.
 */
public interface ActionScheme extends Swappable {
  /** {@return the actions} */
  Space space();

  /** {@return what the actions mean, for a person, one sentence} */
  String meaning();

  /** {@return how actions ask for target weights, a value that knows no desk; null where they do not} */
  default @Nullable TargetWeights targetWeights() {
    return null;
  }

  /**
   * Tells the desk what an action asks for; allocates nothing.
   *
   * @param action an action of {@link #space}, valid during the call
   */
  void intend(Action action);

  /** {@return whether {@link #mask} forbids anything, ever} */
  default boolean masked() {
    return false;
  }

  /**
   * Forbids the choices that make no sense now; all are allowed before. Called after every step if {@link #masked}.
   *
   * @param frame where choices are allowed and forbidden; the lane's row of the mask
   */
  default void mask(Frame frame) {}
}
