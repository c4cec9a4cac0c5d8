/**
 * The public checker: {@link io.tradinggym.api.check.EnvironmentChecker} puts any {@link
 * io.tradinggym.api.EnvironmentLogic} through the contract and returns a {@link io.tradinggym.api.check.CheckReport}.
 */
@NullMarked
package io.tradinggym.api.check;

import org.jspecify.annotations.NullMarked;
