import { useOperation } from "../api/useOperation.ts";
import classes from "./Frame.module.css";
import { HeldBanner } from "./HeldBanner.tsx";
import { ReviewBanner } from "./ReviewBanner.tsx";
import { StoppedBanner } from "./StoppedBanner.tsx";

/** Why nothing is sent, on every screen: whatever applies, the widest reason first. */
export function Banners() {
  const { data } = useOperation();
  if (!data || (!data.review && !data.stopped && !data.held)) return null;
  return (
    <div className={classes.banners} role="status">
      {data.review && <ReviewBanner operation={data} />}
      {data.stopped && <StoppedBanner stopped={data.stopped} heldUp={data.heldUp} />}
      {data.held && <HeldBanner held={data.held} heldUp={data.heldUp} />}
    </div>
  );
}
