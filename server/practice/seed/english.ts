/** English talks, in the notation of readTalk.ts. */
export const english: readonly string[] = [
  `88d priya
Hi, our last invoice shows 16 seats but only 14 of us use Halvero. Could you check?
+3m nadia > billing
+12m tomas: Hello Priya, you are right: two seats were removed a day after the invoice was made. I am sending a corrected one.
+1m tomas #invoice
+25m me: Got it, thank you. The new total is fine.
+4m tomas close
+20m me *5 Quick and clear`,

  `86d marit | Single sign-on stopped for the night shift
Since about 22:00 nobody on our night shift can sign in. The directory says the request is fine, Halvero says "unknown audience". 40 people cannot see their rosters.
+2m nadia > support
+1m nadia Urgent=true
+6m nadia > nadia
+2m nadia: Marit, I see it too: your certificate was replaced yesterday and our side still trusts the old one. I am loading the new one now.
+18m nadia: Done. Please ask one person to try.
+9m me: They are in. Thank you for the speed.
+30m nadia close`,

  `84d joss
hey, do you have a plan for just one person? the pricing page starts at three seats
+15m grace: Hi Joss, the Free plan is for one or two people and has no end date. You can move to Starter later and keep everything.
+2h me: perfect, that is all I need to start
+5m grace close`,

  `83d wade
The export button on the timeline gives me an empty PDF. Twelve pages, all white.
+8m grace: Sorry about that, Wade. Which browser is it, and does it also happen with a short timeline?
+20m me: Firefox, and yes, even with two rows.
+3m grace #bug
+1m grace note: Reproduced on Firefox only. Fonts are blocked by the strict setting. Filed as HV-3127.
+2m grace: I can see it here as well, in Firefox only. Until it is repaired the export works in Chrome or Safari.
+2d grace: The repair went out this morning. Could you try once more?
+4h grace close`,

  `81d rankup
Dear website owner, we noticed your page is not on the first position. We can bring 10,000 visitors a week, guaranteed!!! Reply YES for a free audit.
+6h grace #spam
+1m grace close`,

  `79d beatrix
I was charged for a second workspace that a colleague opened by mistake on Friday and deleted within the hour. Please refund it: 349 pounds, invoice H-2231.
+5m nadia > billing
+40m tomas Invoice number=H-2231
+1m tomas Amount=349
+3m tomas: Good afternoon Beatrix. I see the workspace, it was never used. I have started the refund; it takes three to five working days to arrive.
+1m tomas #refund
+6d me: It arrived today. Much obliged.
+15m tomas close
+1h me *5`,

  `77d keiko
Is there a way to see only my own tasks on the calendar? The whole studio's is a lot of colour.
+22m grace: There is! Open the calendar, choose "People" at the top right and tick only your name. The choice stays until you change it.
+6m me: oh that is so much better
+2m grace close`,

  `75d callum
The phone app logs me out every time we lose signal at sea. I type my password maybe ten times a day.
+9m nadia > support
+35m nadia: Hello Callum, that should not happen: a lost connection must not end the session. Which version does the app show under Settings, About?
+3h me: 4.12.0 on Android
+6m nadia note: 4.12 treats a time-out while renewing as a refusal. Repair is in 4.12.2, in review at the store.
+1m nadia #login
+2m nadia: Thank you. It is a fault of 4.12.0. The next version, 4.12.2, should reach you this week.
+4d me: Updated, two days at sea and not one password. Brilliant.
+30m nadia close`,

  `73d samir
I was invited yesterday but the link says it has expired. My manager is on leave so she cannot invite me again.
+4m nadia > support
+10m grace: Hi Samir, I have sent you a new invitation, good for seven days.
+1m grace #login
+7m me: That worked, thanks.
+2m grace close`,

  `70d anjali | Moving 340 lecturers before term
We would like everybody moved over before term starts in six weeks. What would you need from us, and in which order?
+1h nadia > onboarding
+5h hiro: Hello Anjali, with pleasure. Three things: a list of people with their departments, somebody from your directory team for one hour, and the date of your last day in the old tool.
+1m hiro #onboarding
+1d me: The list is attached to our shared folder. Rangi can do the hour on Thursday.
+3h hiro note: Thursday 10:00 their time with Rangi. Bring the mapping of departments to spaces.
+2d hiro: All 340 are in, sorted by department. Nobody gets an e-mail until you press "Announce".
+6h me: Announced to the first faculty. Smooth so far.
+5d hiro close`,

  `68d fern
My card was declined but the bank says everything is in order. The shop goes dark tomorrow if this does not work!
+3m nadia > billing
+25m tomas: Hello Fern, nothing goes dark: a workspace stays open for fourteen days after a failed payment. Your bank asks for a confirmation that our page did not show. Here is a link that does.
+12m me: Paid. You just saved my weekend.
+5m tomas close
+3m me *5 Calm and kind`,

  `66d harriet
Please cancel our plan at the end of the month. The board wants one tool for all clinics and it is not this one.
+10m nadia > billing
+50m tomas: I am sorry to hear it, Harriet. I have noted the end of the month; until then everything works. May I ask what the other tool does that we do not?
+1m tomas #cancellation
+2h me: Rostering by qualification, mostly. Two nurses with the right certificate on every shift.
+8m tomas note: Rostering by qualification is in the beta for Pro. Ask Nadia whether they may join.
+1d nadia: Harriet, that very thing is in trial with six customers. Would you like to see it with your own rosters before you decide?
+5h me: Yes, we would. Please hold the cancellation.
+20m tomas close`,

  `63d rangi
Do you support right-to-left languages in the notice board?
+40m grace: Not yet, Rangi. Text is stored and shown correctly, but the layout does not mirror. I have added your vote.
+1m grace #feature request
+2h me: Good to know, thanks for an honest answer.
+3m grace close`,

  `60d guest
does the free plan have the api
+1h grace: Hello! Reading through the API is part of every plan, writing begins with Starter.
+10m me: ok thx
+1d grace close`,

  `57d owenr
Could invoices go to accounts@ as well as to Priya? I always have to ask her.
+6m nadia > billing
+18m tomas: Certainly, Owen. Settings, Billing, "Copies to" takes up to five addresses. I have added yours as the first.
+1m tomas #invoice
+30m me: Brilliant, thanks.
+2m tomas close`,

  `54d liam | Webhook deliveries arrive twice
Every "task finished" delivery reaches us twice within a second, with different ids. It began on Monday. We book hours from it, so everything is counted double.
+5m nadia > support
+14m nadia > nadia
+10m nadia: Liam, thank you for the exact times. Two of our senders were both awake after Monday's update. I have put one to sleep; please tell me if you see another double.
+1m nadia #bug
+1m nadia People affected=29
+3h me: None since. Can you give me the list of doubled ids so that we can correct the hours?
+2h nadia: Here it is, 412 pairs, the second of each is the copy.
+1h nadia close`,

  `51d odile
I run a small programme in four countries. Is there a discount for non-profits?
+30m nadia > billing
+3h tomas: There is, Odile: half price on Starter and Pro. I only need a document that shows your registration.
+1d me: Sent by e-mail just now.
+5h tomas: Approved. The code is valid for a year and can be renewed.
+10m tomas close
+1d me *5 Generous, thank you`,

  `48d tilly
I deleted the whole board "Spring menu" by accident. Please tell me it is somewhere!!
+2m grace: It is! Deleted boards wait in the bin for thirty days. Open Boards, then Bin at the bottom left, and press Restore.
+6m me: I could cry. Thank you thank you
+1m grace #praise
+1m grace close
+10m me *5`,

  `45d marit
Could we have an audit log entry when somebody downloads a report? Our auditors ask every spring.
+20m nadia > support
+4h nadia: That is planned for the next quarter, Marit. Would file name, person and time be enough, or do they ask for the filter as well?
+1m nadia #feature request
+1m nadia #VIP
+6h me: The filter too, if possible.
+15m nadia note: Add to the specification: filter must be in the entry. Told the product team.
+1m nadia snooze 20d
+21d nadia: There is a date now: it goes out with the next edition.`,

  `42d piet
Good day. We compare three suppliers. Where are the data kept, and can you send a signed processing agreement?
+45m nadia > support
+2h nadia: Good day Piet. Data of European customers stay in Frankfurt and Dublin. The agreement is attached, already signed on our side.
+1d me: Received, thank you. Our lawyer will read it.
+5m nadia close`,

  `38d mei
We were billed in US dollars instead of New Zealand dollars this month. The bank took a fee on top.
+8m nadia > billing
+2h tomas: I apologise, Mei. Your billing country was lost when the card was replaced. It is set again, and I am refunding the difference and the bank's fee.
+1m tomas #refund
+1m tomas Amount=61.4
+3d me: Refund is here. Could you make sure it does not happen to the other faculties?
+1h tomas: I checked all seven; theirs are right.
+2h tomas close
+1d me *4 Fixed, but should not have happened`,

  `35d wade
Feature question: can a task have two owners? We always shoot in pairs.
+25m grace: One owner, and as many helpers as you like. Helpers get the same reminders, so pairs work well that way.
+1m grace #feature request
+4h me: Helpers it is. Cheers.
+3m grace close`,

  `31d callum
The roster page takes forty seconds to open this morning. Usually two.
+3m nadia > support
+7m nadia: We see slow answers for large rosters since 07:10 and are on it.
+1m nadia #bug
+40m nadia: A search index was being rebuilt at the wrong hour. It is finished; the page should open in about two seconds again.
+5m me: 2.4 here. Sorted.
+2m nadia close
+30m me *4`,

  `27d keiko
My trial says it ends in three days but our studio already pays. Will I lose my boards?
+11m grace: No, Keiko. You started a private trial before Wade invited you. I have joined the two; your boards are now in the studio's space.
+9m me: Phew. Thanks!
+2m grace close`,

  `23d samir
Just wanted to say the new search is wonderful. I found a clause from 2019 in four seconds.
+1h grace: That made our morning, Samir. I have passed it on to the two people who built it.
+1m grace #praise
+2m grace close`,

  `18d beatrix | Cancel two seats
Please take two seats off from next month. Two trainees leave on the 30th.
+4m nadia > billing
+1h tomas: Done, Beatrix: twenty seats from the 1st. The next invoice will be 317 pounds.
+5h me: Thank you.
+3m tomas close
+1d me: One more thing: can the trainees keep reading what they wrote?
+30m tomas: Yes, as guests, free of charge. Shall I change them to guests on the 30th?`,

  `13d priya
When I change my password I never get the confirmation e-mail. Checked the junk folder.
+6m nadia > support
+20m grace: Hello Priya. Your mail server refuses ours since Tuesday: "sender not allowed". Could you ask your IT to allow mail.halvero.example?
+1m grace #login
+1d me: They say it is done.
+10m grace: I sent a test, and it was accepted. Does the confirmation arrive now?
+1h me: Yes, all good.
+5m grace close`,

  `6d anjali
Three lecturers see the timetables of another faculty. That is a privacy matter for us, please look at it first thing.
+1m nadia > support
+1m nadia Urgent=true
+5m nadia > nadia
+6m nadia: Anjali, I have closed that view for everybody at Kestrel Bay while I look. A group was nested in itself, which opened it wider than meant.
+50m nadia note: Only three people opened it, I have their names and times for the report.
+2h nadia: The group is corrected and the view is open again. A written report follows tomorrow.
+1d me: Report received. Handled very well.`,

  `2d fern
Can I get last year's invoices in one file? My accountant wants them by Friday.
+5m nadia > billing
+3h tomas: All twelve are in one PDF now, Fern. Settings, Billing, "Year".
+1m tomas #invoice
+1h me: Found it. One of them has my old address, does that matter?`,

  `5h harriet
Hello, since this morning the rosters show every shift one hour late. Did something change with the time zones?
+3m nadia > support
+40m nadia: Good morning Harriet. Very likely: I am checking your clinics' time zones now.`,
];
