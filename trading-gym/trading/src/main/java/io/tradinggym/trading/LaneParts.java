package io.tradinggym.trading;

import io.tradinggym.market.reward.RewardFunction;
import io.tradinggym.market.reward.RewardInput;

/**
 * What observations and infos of one lane are made of.
 *
 * @param <D> the kind of desk
 * @param desk where it trades
 * @param reward its reward, whose memory is part of the state
 * @param flows what the last step did to the account
 */
public record LaneParts<D extends Desk>(D desk, RewardFunction reward, RewardInput flows) {}
