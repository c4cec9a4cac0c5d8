/**
 * Trading rules: {@link io.tradinggym.trading.rule.Rule} sees the market as of now and says what to hold. Some that
 * every strategy should be compared with are here by name ({@link io.tradinggym.trading.rule.Rules}); one of your own
 * takes twenty lines.
 */
@NullMarked
package io.tradinggym.trading.rule;

import org.jspecify.annotations.NullMarked;
