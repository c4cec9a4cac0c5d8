package io.tradinggym.crypto.venue;

import java.time.Instant;
import java.util.List;

/** The answer to a question for rules. */
public sealed interface RuleLookup {
  /** {@return what was found or is missing, for a person} */
  String message();

  /**
   * {@return the rules, if they are in force and fresh}
   *
   * @throws IllegalArgumentException with the message if there are none, or only stale ones
   */
  default ContractRules orThrow() {
    throw new IllegalArgumentException(message());
  }

  /**
   * Rules in force, checked recently enough.
   *
   * @param rules in force at the time asked for
   */
  record Found(ContractRules rules) implements RuleLookup {
    @Override
    public String message() {
      return rules.venue() + " " + rules.symbol() + ": " + rules.sources();
    }

    @Override
    public ContractRules orThrow() {
      return rules;
    }
  }

  /**
   * Rules in force, but some were checked too long ago. Who takes them all the same has them here.
   *
   * @param rules in force at the time asked for
   * @param time that was asked for
   * @param old rules that are too old, with their sources
   */
  record Stale(ContractRules rules, Instant time, List<Provenance> old) implements RuleLookup {
    /** Keeps an unchangeable copy. */
    public Stale {
      old = List.copyOf(old);
    }

    @Override
    public String message() {
      return rules.venue() + " " + rules.symbol() + " at " + time + ": stale rules " + old;
    }
  }

  /**
   * The venue is none of those known.
   *
   * @param venue the name that was asked for
   */
  record UnknownVenue(String venue) implements RuleLookup {
    @Override
    public String message() {
      return "no rules of a venue " + venue + "; there are " + List.of(Venue.values());
    }
  }

  /**
   * The venue has no such contract.
   *
   * @param venue that was asked
   * @param symbol that was asked for
   * @param known symbols that the venue has
   */
  record UnknownSymbol(Venue venue, String symbol, List<String> known) implements RuleLookup {
    /** Keeps an unchangeable copy. */
    public UnknownSymbol {
      known = List.copyOf(known);
    }

    @Override
    public String message() {
      return venue + " has no rules of " + symbol + "; there are " + known;
    }
  }

  /**
   * No rule of a kind is in force at that time, or none is known at all.
   *
   * @param venue that was asked
   * @param symbol that was asked for
   * @param time that was asked for
   * @param missing kind of the rule, such as {@code funding}
   */
  record NotInForce(Venue venue, String symbol, Instant time, String missing)
      implements RuleLookup {
    @Override
    public String message() {
      return venue + " " + symbol + " has no rule \"" + missing + "\" at " + time;
    }
  }
}
