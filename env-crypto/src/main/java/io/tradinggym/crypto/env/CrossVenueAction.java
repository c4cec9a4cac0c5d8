package io.tradinggym.crypto.env;

import java.util.List;

/** What can be done between two venues, of one clip, in the order of the choices. */
enum CrossVenueAction {
  NOTHING("nothing", 0),
  BUY_A("buy on A and sell on B", 0),
  BUY_B("buy on B and sell on A", 1),
  COINS_TO_B("send coins from A to B", 1),
  COINS_TO_A("send coins from B to A", 0),
  CASH_TO_B("send cash from A to B", 1),
  CASH_TO_A("send cash from B to A", 0);

  static final List<CrossVenueAction> ALL = List.of(values());

  private final String meaning;
  private final int to;

  CrossVenueAction(String meaning, int to) {
    this.meaning = meaning;
    this.to = to;
  }

  String meaning() {
    return meaning;
  }

  /** The venue that gets what is bought or sent. */
  int to() {
    return to;
  }
}
