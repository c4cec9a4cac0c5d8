package io.tradinggym.crypto.env;

import io.tradinggym.api.Action;
import io.tradinggym.api.Frame;
import io.tradinggym.api.space.Discrete;
import io.tradinggym.api.space.Space;
import io.tradinggym.trading.ActionScheme;
import java.util.stream.Collectors;

/** Choices of a {@link CrossVenueAction}; masked is what the inventories do not hold. */
final class CrossVenueScheme implements ActionScheme {
  private final CrossVenueDesk desk;
  private final Discrete space = Discrete.of(CrossVenueAction.ALL.size());

  CrossVenueScheme(CrossVenueDesk desk) {
    this.desk = desk;
  }

  @Override
  public Space space() {
    return space;
  }

  @Override
  public String meaning() {
    return "of one clip: "
        + CrossVenueAction.ALL.stream()
            .map(CrossVenueAction::meaning)
            .collect(Collectors.joining("; "));
  }

  @Override
  public void intend(Action action) {
    desk.want(CrossVenueAction.ALL.get(action.discrete()));
  }

  @Override
  public boolean masked() {
    return true;
  }

  @Override
  public void mask(Frame frame) {
    for (int choice = 0; choice < CrossVenueAction.ALL.size(); choice++) {
      frame.allow(choice, desk.allowed(CrossVenueAction.ALL.get(choice)));
    }
  }
}
